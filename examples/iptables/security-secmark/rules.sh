# 给连接的第一个包打标签，存到连接上，再还给这条连接的其余包。
iptables -t security -A INPUT -p tcp --dport 80 -m conntrack --ctstate NEW -j SECMARK --selctx system_u:object_r:http_server_packet_t:s0
iptables -t security -A INPUT -m conntrack --ctstate NEW -j CONNSECMARK --save
iptables -t security -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j CONNSECMARK --restore
iptables -t security -A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j CONNSECMARK --restore
