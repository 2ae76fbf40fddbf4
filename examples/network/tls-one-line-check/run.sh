quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -alpn h2,http/1.1 -quiet"
wait_port server 443
check="openssl s_client -connect 10.9.0.1:443 -servername www.example.test -verify_hostname www.example.test -CAfile srv.crt -alpn h2,http/1.1"
lines="</dev/null 2>/dev/null | grep -E '^(New|Peer sign|Server Temp|ALPN|Verif)'"

on client "$check $lines"
expect '默认协商 TLS 1.3 与 AES-256-GCM' contains "$output" 'New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384'
expect '密钥交换是 X25519' contains "$output" 'Server Temp Key: X25519, 253 bits'
expect '签名是 RSA-PSS' contains "$output" 'Peer signature type: RSA-PSS'
expect 'ALPN 选了 HTTP/2' contains "$output" 'ALPN protocol: h2'
expect '证书与主机名都通过' contains "$output" 'Verification: OK'
on client "$check -tls1_2 $lines"
expect 'TLS 1.2 也是 ECDHE 和 AEAD' contains "$output" 'ECDHE-RSA-AES256-GCM-SHA384'

note 'OpenSSL 3.0 里有没有后量子的 ML-KEM'
on client "openssl list -kem-algorithms | grep -ci mlkem"
expect '没有' [ "$output" -eq 0 ]
on client "openssl s_client -connect 10.9.0.1:443 -groups X25519MLKEM768 </dev/null 2>&1 | head -1"
expect '不认识 X25519MLKEM768' contains "$output" 'failed'
