echo "我是 $(id -un)"
ip netns exec server iptables -A INPUT -p icmp -m limit --limit 1/min --limit-burst 1 -j ACCEPT
ip netns exec server iptables -A INPUT -p icmp -j DROP
ip netns exec client ping -qnc 2 -i 0.2 -W 1 10.9.0.1 | grep received
ip netns exec client iptables-legacy -A INPUT -p icmp -j DROP && echo "iptables-legacy 能用"
ip netns exec server nft list tables
ip netns exec server timeout 2 tcpdump -ni eth0 -c 1 2>&1 | grep tcpdump: | tail -1
