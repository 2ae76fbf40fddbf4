# The machine's trust store stays as it is: the example works on one of its own, with five roots, so it is quick.
head -5 < <(grep '^mozilla' /etc/ca-certificates.conf) >five.conf
mount -t tmpfs tmpfs /etc/ssl/certs
mount -t tmpfs tmpfs /usr/local/share/ca-certificates
mount --bind five.conf /etc/ca-certificates.conf
setup client update-ca-certificates
quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 10 -subj '/CN=Example Lab Root' -addext keyUsage=critical,keyCertSign,cRLSign"
quiet server "openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.csr -subj /CN=www.example.test"
quiet server "printf 'subjectAltName = DNS:www.example.test\n' >srv.ext; openssl x509 -req -in srv.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 5 -extfile srv.ext -out srv.crt"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -www -quiet"
wait_port server 443
get="curl -s -o /dev/null -w '%{http_code}\n' --resolve www.example.test:443:10.9.0.1 https://www.example.test/"

on client "$get"
expect '装之前：退出码 60' [ "$status" -eq 60 ]
apply client install.sh
expect '加了一张' contains "$output" '1 added'
on client "$get"
expect '装之后：不带 --cacert 也是 200' [ "$output" = 200 ]
on client "python3 -c 'import ssl; print(any(\"Example Lab Root\" in str(c[\"subject\"]) for c in ssl.create_default_context().get_ca_certs()))'"
expect 'Python 的 ssl 模块用的是同一个信任库' [ "$output" = True ]
apply client undo.sh
on client "$get"
expect '卸下之后：又是 60' [ "$status" -eq 60 ]
