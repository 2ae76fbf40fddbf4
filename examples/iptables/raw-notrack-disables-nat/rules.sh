iptables -t nat -A PREROUTING -p tcp -d 10.9.0.1 --dport 80 -j DNAT --to-destination 10.9.1.2
