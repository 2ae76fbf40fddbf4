note 'server 代表外网：没有回 10.9.0.0/24 的路由，地址换主后也不再认旧的 ARP 记录'
setup server 'ip route del default'
change='ip addr del 10.9.1.1/24 dev eth1; ip addr add 10.9.1.7/24 dev eth1'
on router 'iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -o eth1 -j SNAT --to-source 10.9.1.1'
quiet client 'ping -qnc 1 -W 1 10.9.1.2'
expect 'SNAT：地址没变时通' [ "$status" -eq 0 ]
on router "$change"
setup server 'ip neigh flush dev eth0'
quiet client 'ping -qnc 1 -W 1 10.9.1.2'
expect 'SNAT：地址变了就不通' [ "$status" -eq 1 ]
on router 'iptables -t nat -R POSTROUTING 1 -s 10.9.0.0/24 -o eth1 -j MASQUERADE'
quiet client 'ping -qnc 1 -W 1 10.9.1.2'
expect 'MASQUERADE：通' [ "$status" -eq 0 ]
on router "conntrack -L -p icmp 2>/dev/null | grep -o 'dst=10.9.1.7'"
expect '用的是新地址' [ "$output" = dst=10.9.1.7 ]
on router 'ip addr del 10.9.1.7/24 dev eth1; ip addr add 10.9.1.1/24 dev eth1'
setup server 'ip neigh flush dev eth0'
wait_for '! ip netns exec router conntrack -L -p icmp 2>/dev/null | grep -q dst=10.9.1.7'
on router 'conntrack -L -p icmp 2>/dev/null | grep -c dst=10.9.1.7'
expect '地址一删，用它的映射也清掉了' [ "$output" -eq 0 ]
quiet client 'ping -qnc 1 -W 1 10.9.1.2'
expect 'MASQUERADE：地址变了还是通' [ "$status" -eq 0 ]
