iptables -t mangle -A PREROUTING -i eth0
iptables -t mangle -A INPUT -i eth0
iptables -t mangle -A FORWARD -i eth0 -o eth1
iptables -t mangle -A OUTPUT -o eth1
iptables -t mangle -A POSTROUTING -o eth1
