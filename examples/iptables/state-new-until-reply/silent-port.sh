iptables -t raw -A OUTPUT -p tcp --sport 81 -j DROP
iptables -A INPUT -p tcp --dport 81 -m conntrack --ctstate NEW
iptables -A INPUT -p tcp --dport 81 -m conntrack --ctstate ESTABLISHED
