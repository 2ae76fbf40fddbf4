# mallory 当网关：公网地址 203.0.113.1，内网 192.168.1.3；alice 是客户端，bob 是服务器
ip netns exec mallory ip addr add 203.0.113.1/32 dev lo
ip netns exec mallory sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.send_redirects=0 net.ipv4.conf.eth0.send_redirects=0
ip netns exec alice ip route add default via 192.168.1.3
ip netns exec bob ip route add default via 192.168.1.3
