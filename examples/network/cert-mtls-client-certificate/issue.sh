# issue.sh 名字 用途 主体：由 ca.crt 签出，用途是 serverAuth 或 clientAuth
openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$1.key" -subj "/CN=$3" -out "$1.csr"
printf 'subjectAltName = DNS:%s\nextendedKeyUsage = %s\n' "$3" "$2" >"$1.ext"
openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 30 -extfile "$1.ext" -out "$1.crt"
