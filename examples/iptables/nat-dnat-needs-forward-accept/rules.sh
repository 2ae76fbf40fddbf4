iptables -P FORWARD DROP
iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -t nat -A PREROUTING -d 10.9.0.1 -p tcp --dport 8080 -j DNAT --to-destination 10.9.1.2:80
