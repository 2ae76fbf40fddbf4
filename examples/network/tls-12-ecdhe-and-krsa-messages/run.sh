quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
wait_port server 443

note 'ECDHE'
on client "bash messages.sh -connect 10.9.0.1:443 -tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256"
order=$(tr '\n' ' ' <<<"$output" | sed 's|\[[^ ]*||g; s|  *| |g')
expect '证书先到，签过名的 ECDHE 参数跟在后面' contains "$order" '<<< Certificate <<< ServerKeyExchange <<< ServerHelloDone >>> ClientKeyExchange'
expect '证书是明文' contains "$output" '<<< [明文] Certificate'

note 'RSA 密钥传输（kRSA）'
on client "bash messages.sh -connect 10.9.0.1:443 -tls1_2 -cipher AES128-GCM-SHA256"
order=$(tr '\n' ' ' <<<"$output" | sed 's|\[[^ ]*||g; s|  *| |g')
expect '没有 ServerKeyExchange' lacks "$output" ServerKeyExchange
expect '客户端收到证书后直接发 ClientKeyExchange' contains "$order" '<<< Certificate <<< ServerHelloDone >>> ClientKeyExchange'
