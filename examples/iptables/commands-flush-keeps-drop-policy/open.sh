iptables -P INPUT ACCEPT
iptables -F
