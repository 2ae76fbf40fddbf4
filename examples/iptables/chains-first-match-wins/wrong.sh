iptables -A INPUT -s 10.9.0.0/24 -j ACCEPT
iptables -A INPUT -s 10.9.0.2 -j DROP
