iptables -t raw -A PREROUTING -i eth0 -d 127.0.0.0/8 -j DROP
sysctl -w net.ipv4.conf.eth0.route_localnet=1
