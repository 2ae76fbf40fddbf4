on client 'ip route get 10.9.1.2'
expect '下一跳是网关 10.9.0.1' contains "$output" 'via 10.9.0.1 dev eth0'
background client 'tcpdump -i eth0 -nn --immediate-mode -U -w client.pcap arp or icmp'
background router 'tcpdump -i eth1 -nn --immediate-mode -U -w router.pcap arp or icmp'
wait_for 'test -s client.pcap && test -s router.pcap'
on client 'ping -q -c 1 10.9.1.2'
expect '通' contains "$output" ' 0% packet loss'
wait_for 'tcpdump -nn -r client.pcap | grep -q "echo reply"'
on client 'tcpdump -e -nn -t -r client.pcap 2>/dev/null'
expect '问的是网关' contains "$output" 'who-has 10.9.0.1 tell 10.9.0.2'
expect '没有问过 10.9.1.2' lacks "$output" 'who-has 10.9.1.2'
expect '帧发给网关的 MAC，IP 头里的目的仍是 10.9.1.2' \
    grep -q '> 02:00:00:00:00:01.* 10.9.0.2 > 10.9.1.2: ICMP echo request' <<<"$output"
note '路由器的另一侧：路由器自己再问一次'
on router 'tcpdump -e -nn -t -r router.pcap 2>/dev/null'
expect '路由器问 10.9.1.2' contains "$output" 'who-has 10.9.1.2 tell 10.9.1.1'
expect '同一个 IP 包，两头的 MAC 都换了' \
    grep -q '02:00:00:00:00:11 > 02:00:00:00:00:12.* 10.9.0.2 > 10.9.1.2: ICMP echo request' <<<"$output"
on client 'ip neigh | cut -d" " -f1-5'
expect '客户端的邻居表里只有网关' [ "$output" = '10.9.0.1 dev eth0 lladdr 02:00:00:00:00:01' ]
