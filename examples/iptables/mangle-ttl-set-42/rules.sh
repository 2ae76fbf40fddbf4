iptables -t mangle -A POSTROUTING -p icmp -j TTL --ttl-set 42
