note '10.9.1.1 配在路由器的 eth1 上，从 eth0 这边问'
on client 'arping -q -c 1 -w 2 -I eth0 10.9.1.1'
expect '默认 arp_ignore=0：有应答' [ "$status" -eq 0 ]
on router 'sysctl -w net.ipv4.conf.eth0.arp_ignore=1'
on client 'arping -q -c 1 -w 2 -I eth0 10.9.1.1'
expect '1：只替配在这块网卡上的地址应答' [ "$status" -eq 1 ]
on client 'arping -q -c 1 -w 2 -I eth0 10.9.0.1'
expect 'eth0 自己的地址照常应答' [ "$status" -eq 0 ]
