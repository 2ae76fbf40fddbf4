background server 'python3 -m http.server 80'
wait_port server 80
on router 'iptables -t nat -A PREROUTING -d 10.9.0.1 -p tcp --dport 8080 -j DNAT --to-destination 10.9.1.2:80'
note '后端的默认网关不是这台机器：这里干脆没有默认路由'
on server 'ip route del default'
background server 'tcpdump -ni eth0 --immediate-mode -U -w server.pcap tcp'
capture=$pid
wait_for '[ -s server.pcap ]'
on client "curl -s -m 2 --local-port 20000 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect '超时' [ "$status" -eq 28 ]
wait_for 'tcpdump -nr server.pcap 2>/dev/null | grep -q "Flags \[S\]"'
stop "$capture"
on server "tcpdump -tnr server.pcap 2>/dev/null | cut -d, -f1 | awk '!seen[\$0]++'"
expect 'SYN 到了后端' contains "$output" 'IP 10.9.0.2.20000 > 10.9.1.2.80: Flags [S]'
expect '后端没有回话' lacks "$output" 'Flags [S.]'
note '让后端只看到网关的地址，它就会把回包交给网关'
on router 'iptables -t nat -A POSTROUTING -d 10.9.1.2 -p tcp --dport 80 -j MASQUERADE'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect '通了' [ "$output" = 200 ]
