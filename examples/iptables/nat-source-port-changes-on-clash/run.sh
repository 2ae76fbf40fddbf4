setup client 'ip addr add 10.9.0.6/24 dev eth0'
on router 'iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE'
background server 'nc -lk 80'
wait_port server 80
background client 'sleep 20 | nc -s 10.9.0.2 -p 20000 10.9.1.2 80'
wait_for 'ip netns exec router conntrack -L -p tcp 2>/dev/null | grep -q "ESTABLISHED src=10.9.0.2"'
background client 'sleep 20 | nc -s 10.9.0.6 -p 20000 10.9.1.2 80'
wait_for 'ip netns exec router conntrack -L -p tcp 2>/dev/null | grep -q "ESTABLISHED src=10.9.0.6"'
note '第一条：源端口 20000 原样保留'
on router "conntrack -L -p tcp -s 10.9.0.2 2>/dev/null | grep -o 'src=10.9.1.2.*dport=[0-9]*'"
expect '回方向的目的端口是 20000' contains "$output" dport=20000
note '第二条：10.9.1.1:20000 已经用掉，换一个端口'
quiet router "conntrack -L -p tcp -s 10.9.0.6 2>/dev/null | grep -o 'src=10.9.1.2.*dport=[0-9]*'"
expect '回方向的目的端口不是 20000' lacks "$output" dport=20000
expect '回方向的目的地址还是 10.9.1.1' contains "$output" dst=10.9.1.1
