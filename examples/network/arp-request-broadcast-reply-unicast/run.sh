background switch 'tcpdump -i br0 -nn --immediate-mode -U -w bridge.pcap arp'
bridge=$pid
background mallory 'tcpdump -i eth0 -nn --immediate-mode -U -w mallory.pcap arp'
wait_for 'test -s bridge.pcap && test -s mallory.pcap'
on alice 'ip neigh; ping -q -c 1 192.168.1.2'
wait_for 'tcpdump -nn -r bridge.pcap | grep -q Reply'
# 几秒之后邻居会再确认一次，那些帧不要。
stop "$bridge"
stop "$pid"
on switch 'tcpdump -e -nn -t -r bridge.pcap 2>/dev/null'
expect '请求发给广播地址 ff:ff:ff:ff:ff:ff' contains "$output" '02:00:00:00:00:0a > ff:ff:ff:ff:ff:ff'
expect '应答只发给问的人' contains "$output" '02:00:00:00:00:0b > 02:00:00:00:00:0a'
expect '一问一答，共两帧' [ "$(wc -l <<<"$output")" = 2 ]
note '报文里的四个地址'
on switch 'python3 fields.py bridge.pcap'
expect '请求里目标的 MAC 是空的，这正是要问的' contains "$output" '192.168.1.2  00:00:00:00:00:00'
note 'mallory 在同一个广播域'
on mallory 'tcpdump -e -nn -t -r mallory.pcap 2>/dev/null; ip neigh'
expect '收到了请求' contains "$output" 'who-has 192.168.1.2 tell 192.168.1.1'
expect '没有收到应答，也没有记下 alice' [ "$(wc -l <<<"$output")" = 1 ]
note '两端的邻居表'
on alice 'ip neigh; arp -n'
expect 'alice 记下了 bob：REACHABLE' contains "$output" '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0b REACHABLE'
expect 'arp -n 是同一个 MAC，但没有状态' contains "$output" '02:00:00:00:00:0b   C '
on bob 'ip neigh | cut -d" " -f1-5'
expect 'bob 从请求里记下了 alice，自己不必再问' [ "$output" = '192.168.1.1 dev eth0 lladdr 02:00:00:00:00:0a' ]
