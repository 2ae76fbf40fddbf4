# mangle is the only table with all five chains; a rule without a target only counts.
iptables -t mangle -A PREROUTING -p icmp
iptables -t mangle -A INPUT -p icmp
iptables -t mangle -A FORWARD -p icmp
iptables -t mangle -A OUTPUT -p icmp
iptables -t mangle -A POSTROUTING -p icmp
