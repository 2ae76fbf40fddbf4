iptables -S | grep -- '-j WEB'
iptables -D INPUT -p tcp --dport 80 -j WEB
iptables -F WEB
iptables -X WEB
