quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj '/O=Blue Whale Trading/CN=www.example.test'"
background server "openssl s_server -accept 443 -cert srv.crt -key srv.key -quiet"
wait_port server 443
for version in 1_2 1_3; do
    background client "tcpdump -i eth0 -nn --immediate-mode -U -w tls$version.pcap tcp port 443"
    capture=$pid
    wait_for "grep -q listening $log"
    quiet client "openssl s_client -connect 10.9.0.1:443 -servername www.example.test -tls$version </dev/null"
    wait_for "tcpdump -nn -r tls$version.pcap 'src host 10.9.0.2 and tcp[tcpflags] & tcp-fin != 0' | grep -q ."
    stop "$capture"
done
on client "strings tls1_2.pcap | grep -c 'Blue Whale Trading'"
expect 'TLS 1.2：证书里的组织名是明文（颁发者、主体各一次）' [ "$output" -eq 2 ]
on client "strings tls1_3.pcap | grep -c 'Blue Whale Trading'"
expect 'TLS 1.3：证书已加密，抓不到' [ "$output" -eq 0 ]
