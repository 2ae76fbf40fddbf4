pick() {
    on server "tcpdump -nn -t -r all.pcap '$1' 2>/dev/null"
}
background server 'python3 -m http.server 80 --bind 10.9.0.1'
wait_port server 80
background server 'tcpdump -i eth0 -nn --immediate-mode -U -w all.pcap'
wait_for 'test -s all.pcap'
quiet client 'curl -s http://10.9.0.1/all; nc -z -w 1 10.9.0.1 81; echo x | nc -u -q 0 10.9.0.1 53; ping -q -c 1 -s 3000 10.9.0.1'
wait_for 'tcpdump -nn -r all.pcap | grep -q "echo reply"'
note '第一个 SYN：谁想连谁'
pick 'tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn and port 80'
expect '一个 [S]' [ "$(grep -c 'Flags \[S\]' <<<"$output")" = 1 ]
note 'SYN+ACK：谁答应了'
pick 'tcp[tcpflags] & (tcp-syn|tcp-ack) == (tcp-syn|tcp-ack)'
expect '一个 [S.]' [ "$(grep -c 'Flags \[S\.\]' <<<"$output")" = 1 ]
note 'RST：谁拒绝了'
pick 'tcp[tcpflags] & tcp-rst != 0 and port 81'
expect '来自 81 端口' contains "$output" '10.9.0.1.81 > 10.9.0.2'
note 'HTTP 的 GET：TCP 载荷的头四个字节是 "GET "'
pick 'tcp port 80 and tcp[((tcp[12:1] & 0xf0) >> 2):4] = 0x47455420'
expect '一个 GET' contains "$output" 'HTTP: GET /all HTTP/1.1'
note 'ICMP 不可达'
pick 'icmp[icmptype] = icmp-unreach'
expect 'UDP 53 没有人听' contains "$output" 'udp port 53 unreachable'
note 'IP 分片'
pick 'ip[6:2] & 0x3fff != 0 and src host 10.9.0.2'
expect '3000 字节的 ping 分成三片' [ "$(wc -l <<<"$output")" = 3 ]
