background mallory 'tcpdump -i eth0 -nn --immediate-mode -U -w dad.pcap arp'
wait_for 'test -s dad.pcap'
on mallory 'arping -D -c 2 -w 3 -I eth0 192.168.1.2'
expect '有人在用：退出码 1' [ "$status" -eq 1 ]
expect '打印对方的 MAC' contains "$output" '02:00:00:00:00:0B'
on mallory 'arping -D -c 2 -w 3 -I eth0 192.168.1.50'
expect '没有人用：退出码 0' [ "$status" -eq 0 ]
on mallory 'tcpdump -nn -t -r dad.pcap 2>/dev/null | sort -u'
expect '询问时发送方地址是 0.0.0.0，不会改别人的邻居表' contains "$output" 'tell 0.0.0.0'
note '已经冲突：bob 和 mallory 用同一个地址，alice 问一次'
on mallory 'ip addr add 192.168.1.2/24 dev eth0'
background alice 'tcpdump -i eth0 -nn --immediate-mode -U -w both.pcap arp'
wait_for 'test -s both.pcap'
on alice 'arping -q -c 1 -I eth0 192.168.1.2'
expect '一问两答，arping 的退出码也是 1' [ "$status" -eq 1 ]
wait_for '[ "$(tcpdump -nn -r both.pcap | grep -c Reply)" = 2 ]'
on alice 'tcpdump -e -nn -t -r both.pcap 2>/dev/null | sort'
expect 'bob 应答了' contains "$output" 'is-at 02:00:00:00:00:0b'
expect 'mallory 也应答了：同一个 IP，两个 MAC' contains "$output" 'is-at 02:00:00:00:00:0c'
