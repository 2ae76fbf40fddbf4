iptables -A INPUT -p tcp --dport 80 -m conntrack --ctstate UNTRACKED -j ACCEPT
