iptables -A INPUT -p tcp -m multiport --dports 22,80 -j ACCEPT
iptables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
