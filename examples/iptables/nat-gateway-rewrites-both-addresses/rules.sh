iptables -t nat -A PREROUTING -d 10.9.0.1 -p tcp --dport 8080 -j DNAT --to-destination 10.9.1.2:80
iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -o eth1 -j MASQUERADE
