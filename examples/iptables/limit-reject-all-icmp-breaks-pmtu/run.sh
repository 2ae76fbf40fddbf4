note '路由器到服务器这一段的 MTU 只有 1300 字节'
on router 'ip link set dev eth1 mtu 1300'
background server 'python3 sink.py'
wait_port server 80
on client 'iptables -A INPUT -p icmp -j REJECT'
on client 'head -c 100 /dev/zero | timeout 3 nc -N 10.9.1.2 80'
expect '100 字节：到了' [ "$output" = 100 ]
on client 'head -c 5000 /dev/zero | timeout 3 nc -N 10.9.1.2 80'
expect '5000 字节：卡到超时' [ "$status" -eq 124 ]
quiet client "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '路由器发来的“需要分片”被这条规则拒绝' [ "$output" -gt 0 ]
on client 'iptables -I INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT'
on client 'head -c 5000 /dev/zero | timeout 3 nc -N 10.9.1.2 80'
expect '放行 RELATED 以后：5000 字节到了' [ "$output" = 5000 ]
on client "ip route get 10.9.1.2 | grep -o 'mtu [0-9]*'"
expect '内核记住了这条路的 MTU' [ "$output" = 'mtu 1300' ]
