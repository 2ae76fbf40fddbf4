# 只有 mangle 表五条链齐全；没有目标的规则只计数。
iptables -t mangle -A PREROUTING -p icmp
iptables -t mangle -A INPUT -p icmp
iptables -t mangle -A FORWARD -p icmp
iptables -t mangle -A OUTPUT -p icmp
iptables -t mangle -A POSTROUTING -p icmp
