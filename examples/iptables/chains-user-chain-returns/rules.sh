iptables -N WEB
iptables -A WEB -s 10.9.0.6 -j DROP
iptables -A WEB -s 10.9.0.11 -j RETURN
iptables -A WEB -m comment --comment "end of WEB"
iptables -A INPUT -p tcp --dport 80 --syn -j WEB
iptables -A INPUT -p tcp --dport 80 --syn -j ACCEPT
