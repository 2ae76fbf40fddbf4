iptables -t mangle -A PREROUTING -i eth0 -p icmp -j MARK --set-mark 7
iptables -A FORWARD -m mark --mark 7
