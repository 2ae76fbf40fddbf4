# Label the first packet of a connection, keep the label with the connection, and give it to all its other packets.
iptables -t security -A INPUT -p tcp --dport 80 -m conntrack --ctstate NEW -j SECMARK --selctx system_u:object_r:http_server_packet_t:s0
iptables -t security -A INPUT -m conntrack --ctstate NEW -j CONNSECMARK --save
iptables -t security -A INPUT -m conntrack --ctstate ESTABLISHED,RELATED -j CONNSECMARK --restore
iptables -t security -A OUTPUT -m conntrack --ctstate ESTABLISHED,RELATED -j CONNSECMARK --restore
