iptables -A INPUT -p tcp --dport 8001 -j DROP
iptables -A INPUT -p tcp --dport 8002 -j REJECT
iptables -A INPUT -p tcp --dport 8003 -j REJECT --reject-with tcp-reset
