iptables -t mangle -A PREROUTING -p icmp
iptables -t mangle -A FORWARD -p icmp
sysctl -w net.ipv4.ip_forward=0
