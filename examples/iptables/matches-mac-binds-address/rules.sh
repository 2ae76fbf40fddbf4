iptables -A INPUT -s 10.9.0.2 -m mac --mac-source 02:00:00:00:00:02 -j ACCEPT
iptables -A INPUT -s 10.9.0.2 -j REJECT
