iptables -A INPUT -m state --state NEW
iptables -A INPUT -m conntrack --ctstate NEW
iptables -A INPUT -m state --state ESTABLISHED
iptables -A INPUT -m conntrack --ctstate ESTABLISHED
