iptables-legacy -A INPUT -m conntrack --ctstate INVALID -j DROP
iptables-legacy -t nat -A INPUT -p icmp
iptables-legacy -t security -A INPUT -p icmp -j DROP
