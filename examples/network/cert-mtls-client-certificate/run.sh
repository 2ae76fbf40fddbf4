quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.crt -days 10 -subj '/CN=Example Lab Root' -addext keyUsage=critical,keyCertSign,cRLSign"
quiet server "bash issue.sh srv serverAuth www.example.test"
quiet server "bash issue.sh alice clientAuth alice.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -CAfile ca.crt -Verify 1 -verify_return_error -www -quiet"
wait_port server 443
curl="curl -s -o /dev/null -w '%{http_code}\n' --cacert ca.crt --resolve www.example.test:443:10.9.0.1"

on client "$curl https://www.example.test/"
expect '没有客户端证书：握手被拒绝（curl 退出码 56）' [ "$status" -eq 56 ]
on client "$curl --cert alice.crt --key alice.key https://www.example.test/"
expect '带上 CA 签发的客户端证书：200' [ "$output" = 200 ]
on client "$curl --cert srv.crt --key srv.key https://www.example.test/"
expect '拿服务器证书冒充：用途不是 clientAuth，拒绝' [ "$status" -eq 56 ]
note '原因要看 alert；TLS 1.3 里它在握手之后才到，-ign_eof 等着它'
on client "openssl s_client -ign_eof -connect 10.9.0.1:443 -nameopt RFC2253 2>&1 | grep -oE 'SSL alert number [0-9]+|^CN=Example Lab Root'"
expect '服务器说出它认哪个 CA' contains "$output" 'Example Lab Root'
expect 'TLS 1.3 的 alert 116：certificate required' contains "$output" 'SSL alert number 116'
