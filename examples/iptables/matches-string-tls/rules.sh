# No target: these rules only count.
iptables -A INPUT -p tcp --dport 443 -m string --algo bm --string google
iptables -A OUTPUT -p tcp --sport 443 -m string --algo bm --string google
