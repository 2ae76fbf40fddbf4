# 用法：bash issue.sh 名字 天数 SAN
openssl req -new -newkey rsa:2048 -nodes -keyout "$1.key" -subj /CN=www.example.test -out "$1.csr"
openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial \
    -days "$2" -extfile <(printf '%s\n' "$3") -out "$1.crt"
