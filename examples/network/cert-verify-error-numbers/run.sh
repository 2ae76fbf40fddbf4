self='openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 10'
quiet server "$self -keyout ca.key -out ca.crt -subj '/CN=Example Lab Root' -addext keyUsage=critical,keyCertSign,cRLSign"
quiet server "$self -keyout self.key -out self.crt -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
quiet server "bash issue.sh good 10 www.example.test"
quiet server "bash issue.sh expired 0 www.example.test"
setup server "sleep 2" # -days 0 is good for one second
quiet server "bash issue.sh other 10 mail.example.test"
port=443
for name in good expired other self; do
    background server "openssl s_server -accept $port -cert $name.crt -key $name.key -quiet"
    wait_port server "$port"
    port=$((port + 1))
done
background server "openssl s_server -accept $port -cert good.crt -key good.key -cert_chain ca.crt -quiet"
wait_port server "$port"
check='openssl s_client -servername www.example.test -verify_hostname www.example.test'
code="</dev/null 2>/dev/null | grep '^Verify return code'"

on client "$check -CAfile ca.crt -connect 10.9.0.1:443 $code"
expect '正常：0' contains "$output" 'Verify return code: 0 (ok)'
on client "$check -connect 10.9.0.1:443 $code"
expect '没有根证书，只收到叶子：21' contains "$output" 'code: 21 '
on client "openssl s_client -connect 10.9.0.1:443 </dev/null 2>&1 | grep -o 'num=.*'"
expect '同一次验证先报 20（找不到颁发者），再报 21' contains "$output" 'num=20:'
on client "$check -CAfile ca.crt -connect 10.9.0.1:444 $code"
expect '过期：10' contains "$output" 'code: 10 '
on client "$check -CAfile ca.crt -connect 10.9.0.1:445 $code"
expect '主机名不符：62' contains "$output" 'code: 62 '
on client "$check -CAfile ca.crt -connect 10.9.0.1:446 $code"
expect '自签：18' contains "$output" 'code: 18 '
on client "$check -connect 10.9.0.1:447 $code"
expect '服务器把根也发来，客户端没有它：19' contains "$output" 'code: 19 (self-signed certificate in certificate chain)'
on client "curl -sS --resolve www.example.test:447:10.9.0.1 https://www.example.test:447/ 2>&1 | head -n 1"
expect 'curl 的原话' contains "$output" 'self-signed certificate in certificate chain'
apply client issuer.sh
expect '是谁签的' contains "$output" 'Example Lab Root'
on client "$check -CAfile ca.crt -connect 10.9.0.1:447 $code"
expect '装了根就是 0' contains "$output" 'code: 0 (ok)'

note '离线验证文件时，找不到颁发者就是 20'
on client "openssl verify -CAfile self.crt good.crt 2>&1 | grep -o 'error [0-9]* .*'"
expect '20' contains "$output" 'error 20 '
