on router 'iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE'
background server 'python3 server.py'
wait_port server 8000
background client 'python3 client.py'
wait_for 'ip netns exec client ss -Htan state established | grep -q .'
on router 'ss -Htan'
expect '路由器上没有套接字，ss 是空的' lacks "$output" 10.9
on router "conntrack -L -p tcp 2>/dev/null | grep -o 'ESTABLISHED src=.*sport=20001 dport=8000'"
expect 'conntrack 有这条连接' contains "$output" 'src=10.9.0.2 dst=10.9.1.2'
