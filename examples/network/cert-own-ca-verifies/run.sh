apply server ca.sh
apply server issue.sh
on server "openssl verify -CAfile ca.crt srv.crt"
expect '链验证通过' [ "$output" = 'srv.crt: OK' ]
on server "openssl verify -x509_strict -CAfile ca.crt srv.crt"
expect '严格检查也通过；Python 3.13 起默认这样查' [ "$output" = 'srv.crt: OK' ]
note '同一把私钥，根里不写 keyUsage：平常查不出，严格检查拒绝'
setup server "openssl req -x509 -new -key ca.key -days 3650 -subj '/O=Example Lab/CN=Example Lab Root' -out loose.crt"
on server "openssl verify -CAfile loose.crt srv.crt; openssl verify -x509_strict -CAfile loose.crt srv.crt 2>&1 | grep -o 'error [0-9].*lookup.*'"
expect '平常的检查通过' contains "$output" 'srv.crt: OK'
expect '严格检查：错误 92，根里没有 keyUsage' contains "$output" 'error 92 '
on server "openssl x509 -in srv.crt -noout -subject -issuer -ext subjectAltName,extendedKeyUsage"
expect '主机名在 SAN 里' contains "$output" 'DNS:www.example.test, IP Address:10.9.0.1'
on server "grep -h BEGIN srv.crt srv.key"
expect '证书文件里没有私钥' [ "$output" = $'-----BEGIN CERTIFICATE-----\n-----BEGIN PRIVATE KEY-----' ]
on server "openssl x509 -in srv.crt -noout -text | grep -oE 'Public-Key: .*|Signature Algorithm: .*' | sort -u"
expect '里面是服务器的公钥' contains "$output" 'Public-Key: (256 bit)'
expect '和 CA 的签名' contains "$output" 'Signature Algorithm: ecdsa-with-SHA256'

background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -www -quiet"
wait_port server 443
on client "openssl s_client -connect 10.9.0.1:443 -CAfile ca.crt -verify_hostname www.example.test </dev/null 2>/dev/null | grep '^Verif'"
expect '线上验证通过' contains "$output" 'Verify return code: 0 (ok)'
on client "curl -s -o /dev/null -w '%{http_code}\n' --cacert ca.crt --resolve www.example.test:443:10.9.0.1 https://www.example.test/"
expect '按域名访问' [ "$output" = 200 ]
on client "curl -s -o /dev/null -w '%{http_code}\n' --cacert ca.crt https://10.9.0.1/"
expect '按 IP 访问：SAN 里有这个 IP' [ "$output" = 200 ]
on client "curl -s -o /dev/null https://10.9.0.1/"
expect '没有装根证书的客户端：curl 退出码 60' [ "$status" -eq 60 ]
