iptables -t raw -A PREROUTING -p udp --dport 9999 -j CT --notrack
iptables -A INPUT -m conntrack --ctstate NEW
iptables -A INPUT -m conntrack --ctstate ESTABLISHED
iptables -A INPUT -m conntrack --ctstate RELATED
iptables -A INPUT -m conntrack --ctstate INVALID
iptables -A INPUT -m conntrack --ctstate UNTRACKED
