sysctl -w net.ipv4.ip_forward=1
iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -A FORWARD -i eth0 -o eth1 -s 10.9.0.0/24 -j ACCEPT
iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -o eth1 -j MASQUERADE
