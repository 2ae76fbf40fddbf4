apply server ca.sh
apply server issue.sh
on server "openssl verify -CAfile ca.crt srv.crt"
expect '链验证通过' [ "$output" = 'srv.crt: OK' ]
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
