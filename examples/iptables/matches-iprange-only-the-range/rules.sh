iptables -A INPUT -p tcp -m iprange --src-range 10.9.0.6-10.9.0.10 -j ACCEPT
iptables -A INPUT -p tcp -j REJECT
