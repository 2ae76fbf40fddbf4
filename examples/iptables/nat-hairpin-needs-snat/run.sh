setup alice 'bash topology.sh'
background bob 'python3 -m http.server 80'
wait_port bob 80
apply mallory rules.sh
background alice 'tcpdump -ni eth0 --immediate-mode -U -w alice.pcap tcp'
capture=$pid
wait_for '[ -s alice.pcap ]'
on alice "curl -s -m 2 --local-port 20000 -o /dev/null -w '%{http_code}\n' http://203.0.113.1/"
expect '没有 SNAT：超时' [ "$status" -eq 28 ]
wait_for 'tcpdump -nr alice.pcap 2>/dev/null | grep -q "Flags \[R\]"'
stop "$capture"
note 'alice 连的是 203.0.113.1，SYN+ACK 却来自 192.168.1.2，于是回 RST'
on alice "tcpdump -tnr alice.pcap 2>/dev/null | cut -d, -f1 | awk '!seen[\$0]++'"
expect '回包直接来自 bob' contains "$output" 'IP 192.168.1.2.80 > 192.168.1.1.20000: Flags [S.]'
expect 'alice 回 RST' contains "$output" 'IP 192.168.1.1.20000 > 192.168.1.2.80: Flags [R]'
on mallory 'iptables -t nat -A POSTROUTING -s 192.168.1.0/24 -d 192.168.1.2 -p tcp --dport 80 -j MASQUERADE'
on alice "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://203.0.113.1/"
expect '加了 SNAT：通了' [ "$output" = 200 ]
