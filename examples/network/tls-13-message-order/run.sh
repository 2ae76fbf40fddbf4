quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -alpn h2,http/1.1 -quiet"
wait_port server 443
on client "bash messages.sh -connect 10.9.0.1:443 -tls1_3"
order=$(tr '\n' ' ' <<<"$output" | sed 's|\[[^ ]*||g; s|  *| |g')
expect '证书在 ServerHello 之后，签名在证书之后，双方各一条 Finished' contains "$order" \
    '>>> ClientHello <<< ServerHello <<< EncryptedExtensions <<< Certificate <<< CertificateVerify <<< Finished >>> Finished'
expect '证书是密文' contains "$output" '<<< [密文] Certificate'
expect '没有 ClientKeyExchange，也没有 ServerKeyExchange' lacks "$output" KeyExchange
expect '握手之后服务器发来会话票据' contains "$order" '>>> Finished <<< NewSessionTicket'

note '两条 Hello 里已经带着密钥份额、域名和 ALPN'
on client "openssl s_client -connect 10.9.0.1:443 -servername www.example.test -tls1_3 -alpn h2,http/1.1 -trace </dev/null 2>/dev/null | grep -oE '(ClientHello|ServerHello|EncryptedExtensions), |extension_type=(server_name|application_layer_protocol_negotiation|key_share|supported_versions)|NamedGroup: .*|^ +(h2|http/1.1)$|cipher_suite \{.*'"
hello=${output%%ServerHello*}
answer=${output#*ServerHello}
answer=${answer%%EncryptedExtensions*}
expect 'ClientHello 带着 SNI' contains "$hello" server_name
expect 'ClientHello 带着 key_share' contains "$hello" key_share
expect 'ServerHello 选定套件' contains "$answer" TLS_AES_256_GCM_SHA384
expect 'ServerHello 给出自己的 key_share' contains "$answer" key_share
expect '选中的 ALPN 在加密的 EncryptedExtensions 里' contains "${output##*EncryptedExtensions}" h2
