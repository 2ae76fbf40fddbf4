iptables -t mangle -A PREROUTING -i lo -p icmp
iptables -t mangle -A INPUT -i lo -p icmp
iptables -t mangle -A OUTPUT -o lo -p icmp
iptables -t mangle -A POSTROUTING -o lo -p icmp
