iptables -A INPUT -p tcp --dport 22 -j ACCEPT
nft add set ip filter bad_ports '{ type inet_service; elements = { 23, 445 }; }'
nft add rule ip filter INPUT tcp dport @bad_ports drop
