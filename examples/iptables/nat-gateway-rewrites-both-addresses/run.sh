setup server 'echo ok >index.html'
background server 'python3 -m http.server 80'
wait_port server 80
apply router rules.sh
setup router 'iptables -t nat -Z'
background client 'tcpdump -ni eth0 --immediate-mode -U -w client.pcap tcp'
on_client=$pid
background server 'tcpdump -ni eth0 --immediate-mode -U -w server.pcap tcp'
on_server=$pid
wait_for '[ -s client.pcap ] && [ -s server.pcap ]'
on client 'curl -s --local-port 20000 http://10.9.0.1:8080/index.html'
expect '客户端拿到后端的页面' [ "$output" = ok ]
wait_for 'tcpdump -nr server.pcap 2>/dev/null | grep -c "F\." | grep -qx 2'
stop "$on_client"
stop "$on_server"
note '客户端一侧：对端始终是 10.9.0.1:8080'
on client "tcpdump -tnr client.pcap 'tcp[tcpflags] & tcp-syn != 0' 2>/dev/null | cut -d, -f1"
expect '客户端看不到后端的地址' lacks "$output" 10.9.1.2
note '后端一侧：同一条连接，来源成了网关的 10.9.1.1，端口成了 80'
on server "tcpdump -tnr server.pcap 'tcp[tcpflags] & tcp-syn != 0' 2>/dev/null | cut -d, -f1"
expect '后端看到的来源是网关' contains "$output" 'IP 10.9.1.1.20000 > 10.9.1.2.80'
expect '后端看不到客户端的地址' lacks "$output" 10.9.0.2
on router 'conntrack -L -p tcp 2>/dev/null'
expect '前一组地址是原方向' contains "$output" 'src=10.9.0.2 dst=10.9.0.1 sport=20000 dport=8080'
expect '后一组地址是回方向' contains "$output" 'src=10.9.1.2 dst=10.9.1.1 sport=80 dport=20000'
note '整条连接有十来个包，nat 规则的计数只有 1：首包查规则，其余的包照 conntrack 的记录改写'
on router 'iptables-save -c -t nat | grep DNAT'
expect 'DNAT 规则只命中首包' contains "$output" '[1:60] -A PREROUTING'
quiet server "tcpdump -nr server.pcap 2>/dev/null | wc -l"
expect '后端网卡上的包不止 6 个' [ "$output" -gt 6 ]
