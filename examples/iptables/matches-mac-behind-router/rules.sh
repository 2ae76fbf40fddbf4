# 没有目标，只计数。
iptables -A INPUT -p icmp -m mac --mac-source 02:00:00:00:00:02
iptables -A INPUT -p icmp -m mac --mac-source 02:00:00:00:00:11
