iptables -A INPUT -p icmp
iptables -A FORWARD -p icmp
