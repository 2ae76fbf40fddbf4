apply client wrong-mask.sh
on client 'ip route get 10.9.1.2'
expect '没有 via：客户端以为目标就在本网段' lacks "$output" via
background client 'tcpdump -i eth0 -nn --immediate-mode -U -w mask.pcap arp and src host 10.9.0.2'
wait_for 'test -s mask.pcap'
on client 'ping -c 1 -W 5 10.9.1.2'
expect '不通' contains "$output" 'Destination Host Unreachable'
wait_for 'tcpdump -nn -r mask.pcap | grep -q who-has'
on client 'tcpdump -nn -t -r mask.pcap 2>/dev/null'
expect '直接问 10.9.1.2，广播过不了路由器' contains "$output" 'who-has 10.9.1.2 tell 10.9.0.2'
note '路由器打开代理 ARP'
apply router proxy.sh
on client 'ping -q -c 1 -W 5 10.9.1.2'
expect '通了' contains "$output" ' 0% packet loss'
on client 'ip neigh show 10.9.1.2 | cut -d" " -f1-5'
expect '10.9.1.2 的 MAC 是路由器 eth0 的' contains "$output" '02:00:00:00:00:01'
