quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -www -quiet"
wait_port server 443

record() { # one request from local port $2 with the options $3, recorded in $1.pcap
    background client "tcpdump -i eth0 -nn --immediate-mode -U -w $1.pcap tcp port $2"
    wait_for "grep -q listening $log"
    quiet client "curl -sk -A curl -o /dev/null -H 'Cookie: session=s3cr3t' --local-port $2 $3 https://10.9.0.1/"
    wait_for "tcpdump -nn -r $1.pcap 'src host 10.9.0.2 and tcp[tcpflags] & tcp-fin != 0' | grep -q ."
    stop "$pid"
}
note '录下三种握手的流量'
record krsa 5001 '--tls-max 1.2 --ciphers AES128-GCM-SHA256'
record ecdhe 5002 '--tls-max 1.2 --ciphers ECDHE-RSA-AES128-GCM-SHA256'
record tls13 5003 '--tlsv1.3'

note '事后拿到了 srv.key。先看 kRSA'
on client "python3 client_key_exchange.py krsa.pcap krsa.bin"
expect '2048 位 RSA 的密文，加 2 字节长度' [ "$output" = 'ClientKeyExchange：258 字节' ]
on client "openssl pkeyutl -decrypt -inkey srv.key -in krsa.bin -out pre_master_secret.bin"
expect '私钥解得开' [ "$status" -eq 0 ]
on client "wc -c <pre_master_secret.bin; od -An -tx1 -N2 pre_master_secret.bin"
expect '48 字节的预主密钥，以版本号 03 03 开头' [ "$output" = $'48\n 03 03' ]
on client "python3 decrypt.py krsa.pcap pre_master_secret.bin"
expect '请求全文和口令都解出来了' contains "$output" 'Cookie: session=s3cr3t'

note '再看 ECDHE'
on client "python3 client_key_exchange.py ecdhe.pcap ecdhe.bin"
expect '1 字节长度，加 32 字节 X25519 公钥' [ "$output" = 'ClientKeyExchange：33 字节' ]
on client "openssl pkeyutl -decrypt -inkey srv.key -in ecdhe.bin 2>/dev/null | cmp -s -n 2 - <(printf '\003\003') || echo 得不到预主密钥"
expect '这不是密文，私钥无从解起' [ "$output" = 得不到预主密钥 ]

note '再看 TLS 1.3'
on client "python3 client_key_exchange.py tls13.pcap tls13.bin"
expect '连这条消息都没有' [ "$output" = '没有 ClientKeyExchange' ]
