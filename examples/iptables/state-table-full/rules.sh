iptables -A INPUT -m conntrack --ctstate INVALID -j DROP
