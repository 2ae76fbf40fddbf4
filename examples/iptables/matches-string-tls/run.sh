setup server 'echo "hello google world" >page.txt'
setup server 'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=lab -keyout key.pem -out cert.pem'
background server 'python3 https.py'
wait_port server 443
apply server rules.sh
on client 'curl -sk https://10.9.0.1/page.txt'
expect '正文里有 google' [ "$output" = 'hello google world' ]
on server "iptables -vnxL | awk '/STRING/ { print \$1 }'"
expect '用 IP 访问：请求和响应两个方向都是 0' [ "$output" = $'0\n0' ]
on client 'curl -sk --resolve google.test:443:10.9.0.1 https://google.test/page.txt'
on server "iptables -vnxL | awk '/STRING/ { print \$1 }'"
expect '用域名访问：ClientHello 里的 SNI 是明文，命中 1；正文仍是 0' [ "$output" = $'1\n0' ]
