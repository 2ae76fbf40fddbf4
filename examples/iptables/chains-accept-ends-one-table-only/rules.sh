iptables -t mangle -A INPUT -p icmp -j ACCEPT
iptables -t filter -A INPUT -p icmp -j ACCEPT
iptables -t security -A INPUT -p icmp -j DROP
