iptables -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
iptables -A INPUT -p tcp --syn --dport 90 -m conntrack --ctstate NEW -j ACCEPT
iptables -P INPUT DROP
sysctl -w net.netfilter.nf_conntrack_tcp_timeout_established=2
