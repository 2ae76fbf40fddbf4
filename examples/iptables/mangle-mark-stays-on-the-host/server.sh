iptables -A INPUT -p icmp
iptables -A INPUT -m mark --mark 7
