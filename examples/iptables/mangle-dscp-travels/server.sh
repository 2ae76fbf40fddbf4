iptables -A INPUT -p icmp -m dscp --dscp-class EF
iptables -A INPUT -p icmp -m tos --tos 0xb8
