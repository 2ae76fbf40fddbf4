iptables -A INPUT -p icmp --icmp-type echo-request -m limit --limit 20/minute --limit-burst 10 -j ACCEPT
iptables -A INPUT -p icmp --icmp-type echo-request -j REJECT
