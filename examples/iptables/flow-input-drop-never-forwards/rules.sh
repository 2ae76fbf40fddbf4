iptables -A INPUT -p icmp -j DROP
iptables -A FORWARD -p icmp
