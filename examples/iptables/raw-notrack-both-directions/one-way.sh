iptables -t raw -A PREROUTING -p udp --dport 53 -j CT --notrack
