iptables-legacy -A INPUT -p icmp -j DROP
iptables-nft -A INPUT -p icmp -j ACCEPT
