iptables -t nat -A PREROUTING -d 10.20.30.0/24 -j NETMAP --to 10.9.1.0/24
