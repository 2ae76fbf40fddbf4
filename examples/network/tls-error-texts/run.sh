setup server 'openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test'
setup server 'openssl req -x509 -newkey rsa:1024 -nodes -keyout weak.key -out weak.crt -days 10 -subj /CN=www.example.test'
setup server 'openssl genpkey -genparam -algorithm DH -pkeyopt group:modp_1536 -out dh.pem'
serve() { # an OpenSSL server on port $1 with the options $2
    background server "openssl s_server -accept $1 $2 -quiet"
    wait_port server "$1"
}
said() { # what curl says of https://…:$1, with the options $2: the reason only, which all versions write alike
    on client "curl -sSk ${2:+$2 }https://10.9.0.1:$1/ 2>&1 | grep -oE 'SSL routines:[^,]*'; echo \"退出码 \${PIPESTATUS[0]}\""
}
background server 'python3 -m http.server 80'
wait_port server 80
note '明文的端口'
said 80
expect 'wrong version number：那边说的不是 TLS' contains "$output" 'wrong version number'

serve 443 '-cert srv.crt -key srv.key -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256'
note '没有共同的套件'
said 443 '--tls-max 1.2 --ciphers AES256-GCM-SHA384'
expect 'alert 40：handshake failure' contains "$output" 'handshake failure'
note '没有共同的版本'
said 443 '--tlsv1.3'
expect 'alert 70：protocol version' contains "$output" 'alert protocol version'

serve 444 '-cert srv.crt -key srv.key -cert2 srv.crt -key2 srv.key -servername www.example.test -servername_fatal'
note '服务器不认这个名字'
on client "openssl s_client -connect 10.9.0.1:444 -servername other.example.test </dev/null 2>&1 | grep -oE 'SSL alert number [0-9]+'"
expect 'alert 112：unrecognized name' contains "$output" 112

serve 445 '-cert srv.crt -key srv.key -alpn h2'
note 'ALPN 没有共同的协议'
on client "openssl s_client -connect 10.9.0.1:445 -alpn http/1.1 </dev/null 2>&1 | grep -oE 'SSL alert number [0-9]+'"
expect 'alert 120：no application protocol' contains "$output" 120

serve 446 '-cert weak.crt -key weak.key -cipher DEFAULT@SECLEVEL=0'
note '证书的密钥太短（RSA 1024）'
on client "openssl s_client -connect 10.9.0.1:446 -CAfile weak.crt </dev/null 2>&1 | grep -E '^Verify return code|ee key too small' | head -n 1"
expect '66：EE certificate key too weak' contains "$output" '66 (EE certificate key too weak)'

serve 447 '-cert srv.crt -key srv.key -tls1_2 -cipher DHE-RSA-AES128-GCM-SHA256@SECLEVEL=0 -dhparam dh.pem'
note 'DH 参数太短（1536 位）'
said 447 '--tls-max 1.2'
expect 'dh key too small：客户端自己拒绝的' contains "$output" 'dh key too small'

background server 'python3 old_server.py'
wait_port server 448
note '2010 年以前的服务器，不会安全的重协商'
said 448 '--tls-max 1.2'
expect 'unsafe legacy renegotiation disabled：客户端自己拒绝的' contains "$output" 'unsafe legacy renegotiation disabled'

background server 'python3 closes.py'
wait_port server 449
note '收到 ClientHello 就关'
on client "openssl s_client -connect 10.9.0.1:449 </dev/null 2>&1 | grep -o 'unexpected eof while reading'"
expect 'OpenSSL 的原话：unexpected eof while reading' contains "$output" 'unexpected eof while reading'

note '自己的证书太弱：服务器起不来（上面的 446 降了级别才起得来）'
on server "timeout 3 openssl s_server -accept 450 -cert weak.crt -key weak.key 2>&1 | grep -oE 'ee key too small'"
expect 'ee key too small' contains "$output" 'ee key too small'
note 'SHA-1 签的证书'
setup server 'openssl req -new -newkey rsa:2048 -nodes -keyout old.key -subj /CN=old.example.test -out old.csr; openssl x509 -req -sha1 -in old.csr -CA srv.crt -CAkey srv.key -CAcreateserial -days 10 -out old.crt'
serve 451 '-cert old.crt -key old.key -cipher DEFAULT@SECLEVEL=0'
on client 'curl -sS --cacert srv.crt https://10.9.0.1:451/ 2>&1 | head -n 1'
expect '68：签名算法太弱' contains "$output" 'CA signature digest algorithm too weak'
