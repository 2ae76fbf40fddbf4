iptables -R INPUT 3 -p tcp --syn --dport 80 -m conntrack --ctstate NEW -j ACCEPT
