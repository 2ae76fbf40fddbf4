quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -alpn h2,http/1.1 -quiet"
wait_port server 443
apply client check.sh
expect '默认协商 TLS 1.3 与 AES-256-GCM' contains "$output" 'New, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384'
expect '密钥交换用了 X25519：3.0 是它自己，3.5 是 X25519MLKEM768' contains "$output" X25519
expect '签名是 RSA-PSS，3.5 写成 rsa_pss_rsae_sha256' grep -qiE '^Peer signature type: rsa.pss' <<<"$output"
expect 'ALPN 选了 HTTP/2' contains "$output" 'ALPN protocol: h2'
expect '证书与主机名都通过' contains "$output" 'Verification: OK'
on client 'bash check.sh -tls1_2'
expect 'TLS 1.2 也是 ECDHE 和 AEAD' contains "$output" 'ECDHE-RSA-AES256-GCM-SHA384'
expect '有临时密钥一行：3.0 叫 Server Temp Key，3.5 叫 Peer Temp Key' contains "$output" 'Temp Key: X25519, 253 bits'
on client 'bash check.sh -tls1_2 -cipher AES128-GCM-SHA256'
expect '只有 kRSA 一行临时密钥也没有' lacks "$output" 'Temp Key'
expect '也没有签名一行' lacks "$output" 'Peer '

note '有没有后量子的 ML-KEM：OpenSSL 3.5 才有'
on client "openssl list -kem-algorithms | grep -ci mlkem"
if [[ $(openssl version) == 'OpenSSL 3.0.'* ]]; then
    expect '3.0 没有' [ "$output" -eq 0 ]
    on client "openssl s_client -connect 10.9.0.1:443 -groups X25519MLKEM768 </dev/null 2>&1 | head -1"
    expect '不认识 X25519MLKEM768' contains "$output" 'failed'
else
    expect '有' [ "$output" -gt 0 ]
    on client 'bash check.sh -groups X25519MLKEM768'
    expect '只提议它，也能握手' contains "$output" 'Negotiated TLS1.3 group: X25519MLKEM768'
fi
