iptables -P INPUT ACCEPT
iptables -A INPUT -p icmp -j REJECT --reject-with icmp-admin-prohibited
