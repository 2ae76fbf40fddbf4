quiet server "openssl req -x509 -newkey rsa:2048 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
setup server "ip link set eth0 gso_max_segs 1"
background server "python3 server.py 80"
background server "python3 server.py 443 srv.crt srv.key"
wait_port server 80
wait_port server 443

packets() { # count the packets of one request: name of the capture, local port, what curl is told; sets $count
    background client "tcpdump -i eth0 -nn --immediate-mode -U -w $1.pcap tcp port $2"
    wait_for "grep -q listening $log"
    quiet client "curl -sk -o /dev/null --local-port $2 $3"
    # The last words: a FIN from each side, or a RST.
    wait_for "tcpdump -nn -r $1.pcap 'tcp[tcpflags] & (tcp-fin|tcp-rst) != 0' | wc -l | grep -qv '^[01]$'"
    stop "$pid"
    quiet client "tcpdump -nn -r $1.pcap 2>/dev/null | wc -l"
    count=$output
}
packets http 5001 "http://10.9.0.1/"
expect 'HTTP：8 到 14 个包' between "$count" 8 14
http=$count
packets tls13 5002 "--tlsv1.3 https://10.9.0.1/"
expect 'TLS 1.3：10 到 22 个包' between "$count" 10 22
expect '比 HTTP 多' [ "$count" -gt "$http" ]
tls13=$count
packets tls12 5003 "--tls-max 1.2 https://10.9.0.1/"
expect 'TLS 1.2：10 到 22 个包' between "$count" 10 22
expect '比 HTTP 多' [ "$count" -gt "$http" ]

note '证书文件变大（同一张证书再附 8 次），握手就要多几个段'
quiet server "for n in 1 2 3 4 5 6 7 8 9; do cat srv.crt; done >big.crt"
background server "python3 server.py 8443 big.crt srv.key"
wait_port server 8443
packets big 5004 "--tlsv1.3 https://10.9.0.1:8443/"
expect '包数又变了：比同一版本的小证书多' [ "$count" -gt "$tls13" ]
