iptables -t mangle -A PREROUTING -j CONNMARK --restore-mark
iptables -t mangle -A PREROUTING -m mark --mark 0 -i eth0 -j MARK --set-mark 7
iptables -t mangle -A PREROUTING -j CONNMARK --save-mark
iptables -A FORWARD -i eth1 -o eth0 -m mark --mark 7
