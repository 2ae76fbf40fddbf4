quiet server "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout srv.key -out srv.crt -days 10 -subj /CN=www.example.test -addext subjectAltName=DNS:www.example.test"
background server "python3 server.py 80"
background server "python3 server.py 443 srv.crt srv.key"
wait_port server 80
wait_port server 443
name='--resolve www.example.test:80:10.9.0.1 --resolve www.example.test:443:10.9.0.1'

for port in 80 443; do
    background client "tcpdump -i eth0 -nn --immediate-mode -U -w port$port.pcap tcp port $port"
    capture[port]=$pid
    wait_for "grep -q listening $log"
done
on client "curl -s $name -H 'Cookie: session=s3cr3t' http://www.example.test/"
expect 'HTTP 收到正文' [ "$output" = balance=8848 ]
on client "curl -s $name -H 'Cookie: session=s3cr3t' --cacert srv.crt https://www.example.test/"
expect 'HTTPS 收到同样的正文' [ "$output" = balance=8848 ]
for port in 80 443; do
    # The server closes first: its FIN is the last that has to be in the file.
    wait_for "tcpdump -nn -r port$port.pcap 'src host 10.9.0.1 and tcp[tcpflags] & tcp-fin != 0' | grep -q ."
    stop "${capture[port]}"
done

note '80 端口的抓包里找得到什么'
on client "strings port80.pcap | grep -oE '(Host:|Cookie:|balance=).*'"
expect '口令是明文' contains "$output" 'session=s3cr3t'
expect '正文是明文' contains "$output" 'balance=8848'

note '443 端口的抓包里找得到什么'
on client "strings port443.pcap | grep -E 'Host|Cookie|s3cr3t|balance'"
expect '请求头、口令、正文都找不到' [ "$status" -eq 1 ]
on client "strings port443.pcap | grep -o 'www.example.test'"
expect '域名仍然看得见：ClientHello 里的 SNI' [ "$output" = www.example.test ]

note '两次连接的前三个段'
first_three="tcpdump -nn -r portN.pcap 2>/dev/null | head -3 | grep -o 'Flags \[[^]]*\]'"
on client "${first_three/N/80}"
http=$output
on client "${first_three/N/443}"
expect 'TCP 三次握手完全一样' [ "$output" = "$http" ]
