iptables -t mangle -A POSTROUTING -p icmp -j DSCP --set-dscp-class EF
