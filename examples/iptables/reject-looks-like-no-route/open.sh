iptables -I INPUT 4 -p tcp --dport 8080 -m conntrack --ctstate NEW -j ACCEPT
