iptables -A INPUT -p udp -m conntrack --ctstate NEW
iptables -A INPUT -p udp -m conntrack --ctstate ESTABLISHED
