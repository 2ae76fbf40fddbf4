note '服务器去 10.7.0.0/24 的路在另一块网卡上，10.7.0.2 的包却从 eth0 来'
setup server 'ip link add away0 type veth peer name away1 && ip link set away0 up && ip link set away1 up && ip route add 10.7.0.0/24 dev away0'
setup client 'ip addr add 10.7.0.2/32 dev eth0'
setup server 'sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=1'
setup server 'iptables -t mangle -A PREROUTING -s 10.7.0.2; iptables -A INPUT -s 10.7.0.2'
note '同一网段：先是 ARP 问不到'
quiet client 'ping -q -c 1 -W 5 -I 10.7.0.2 10.9.0.1'
on client 'ip neigh show 10.9.0.1'
expect '没有回答' contains "$output" FAILED
note '把邻居表写死，像隔着路由器那样'
setup client 'ping -q -c 1 10.9.0.1; ip neigh change 10.9.0.1 dev eth0 nud permanent'
background server 'tcpdump -i eth0 -nn --immediate-mode -U -w in.pcap icmp'
wait_for "grep -q listening $log"
count() { on server "iptables-save -c | grep -e '-s 10.7.0.2'"; }
quiet client 'ping -q -c 3 -i 0.2 -W 1 -I 10.7.0.2 10.9.0.1'
expect '不通' [ "$status" -eq 1 ]
wait_for 'test "$(tcpdump -nn -r in.pcap 2>/dev/null | wc -l)" -eq 3'
on server 'tcpdump -nn -t -r in.pcap 2>/dev/null | wc -l'
expect '抓包看到 3 个请求' [ "$output" -eq 3 ]
count
expect 'PREROUTING 数到 3，INPUT 是 0：停在路由判决' [ "$(grep -o '^\[[0-9]*' <<<"$output" | xargs)" = '[3 [0' ]
apply server look.sh
expect '问内核，答案是一个错误' contains "$output" 'RTNETLINK answers: Invalid'
expect '计数涨了 3' [ "$(awk '/IPReversePathFilter/ {print $2}' <<<"$output")" -ge 3 ]
note '改成宽松'
apply server loose.sh
quiet client 'ping -q -c 3 -i 0.2 -W 1 -I 10.7.0.2 10.9.0.1'
count
expect 'INPUT 数到 3' [ "$(grep -o '^\[[0-9]*' <<<"$output" | xargs)" = '[6 [3' ]
note 'all 和网卡取大的：只把网卡改成 0 没有用'
setup server 'sysctl -qw net.ipv4.conf.all.rp_filter=1 net.ipv4.conf.eth0.rp_filter=0'
quiet client 'ping -q -c 3 -i 0.2 -W 1 -I 10.7.0.2 10.9.0.1'
count
expect 'INPUT 不动' [ "$(grep -o '^\[[0-9]*' <<<"$output" | xargs)" = '[9 [3' ]
