iptables -t raw -A PREROUTING -p tcp --dport 80 -j CT --notrack
