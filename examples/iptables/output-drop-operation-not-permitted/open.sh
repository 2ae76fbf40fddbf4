iptables -I OUTPUT 1 -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT
iptables -I OUTPUT 2 -d 10.9.0.0/24 -m conntrack --ctstate NEW -j ACCEPT
