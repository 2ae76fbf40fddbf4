ip route add default via 10.9.0.2 table 100
ip rule add fwmark 7 table 100
iptables -t mangle -A OUTPUT -p icmp -d 10.9.1.2 -j MARK --set-mark 7
