iptables -t nat -A PREROUTING -p icmp
iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE
iptables -A FORWARD -p icmp
