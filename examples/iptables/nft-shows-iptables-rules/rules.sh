iptables -A INPUT -p tcp --dport 22 -j ACCEPT
iptables -A INPUT -p tcp -m multiport --dports 80,443 -j ACCEPT
iptables -A INPUT -p udp --dport 53 -m string --algo bm --string google -j DROP
iptables -t nat -A POSTROUTING -o eth0 -j MASQUERADE
