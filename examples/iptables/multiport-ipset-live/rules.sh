ipset create web bitmap:port range 0-65535
ipset add web 80
ipset add web 8000-8100
iptables -A INPUT -p tcp -m set --match-set web dst -j ACCEPT
iptables -A INPUT -p tcp -j REJECT --reject-with tcp-reset
