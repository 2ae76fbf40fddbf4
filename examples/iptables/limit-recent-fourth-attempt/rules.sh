iptables -A INPUT -p tcp --syn --dport 22 -m recent --name ssh --set
iptables -A INPUT -p tcp --syn --dport 22 -m recent --name ssh --update --seconds 60 --hitcount 4 -j REJECT --reject-with tcp-reset
