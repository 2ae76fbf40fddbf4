iptables -A INPUT -m conntrack --ctstate INVALID -j DROP
iptables -t nat -A INPUT -p icmp
iptables -t security -A INPUT -p icmp -j DROP
