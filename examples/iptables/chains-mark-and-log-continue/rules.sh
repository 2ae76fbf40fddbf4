iptables -A INPUT -p icmp
iptables -A INPUT -p icmp -j LOG --log-prefix "ping: "
iptables -A INPUT -p icmp -j MARK --set-mark 1
iptables -A INPUT -p icmp -j ACCEPT
iptables -A INPUT -p icmp -j DROP
