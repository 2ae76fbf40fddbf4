quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
background server "openssl s_server -accept 444 -cert srv.crt -key srv.key -quiet -cipher ECDHE+AESGCM:ECDHE+CHACHA20"
wait_port server 443
wait_port server 444

note '默认允许、没有前向保密的套件：Kx=RSA'
on client "openssl ciphers -v -tls1_2 -s 'kRSA' | awk '{print \$1, \$3, \$NF}'"
expect '其中有 AES128-GCM-SHA256' contains "$output" 'AES128-GCM-SHA256 Kx=RSA'
result="</dev/null 2>&1 | grep -oE 'Cipher is .*|SSL alert number [0-9]+'"
on client "openssl s_client -connect 10.9.0.1:443 -tls1_2 -cipher kRSA $result"
expect '默认配置的服务器接受 kRSA' lacks "$output" '(NONE)'
on client "openssl s_client -connect 10.9.0.1:444 -tls1_2 -cipher kRSA $result"
expect '收紧以后：alert 40（handshake failure）' contains "$output" 'SSL alert number 40'
on client "openssl s_client -connect 10.9.0.1:444 -tls1_2 $result"
expect '正常客户端不受影响' contains "$output" 'Cipher is ECDHE-RSA-AES256-GCM-SHA384'

note 'TLS 1.3 的套件里没有密钥交换，也没有单独的 MAC'
on client "openssl ciphers -v -tls1_3 -s | awk '{print \$1, \$3, \$NF}'"
expect '三个都是 AEAD' [ "$(grep -c 'Mac=AEAD' <<<"$output")" -eq 3 ]
