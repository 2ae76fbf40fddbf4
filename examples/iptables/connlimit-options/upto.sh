iptables -A INPUT -p tcp --syn --dport 80 -m connlimit --connlimit-upto 2 -j ACCEPT
iptables -A INPUT -p tcp --syn --dport 80 -j REJECT --reject-with tcp-reset
