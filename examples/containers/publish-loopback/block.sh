# 从外面网卡进来、又不是发布端口改写过来的新连接，一律丢
iptables -I DOCKER-USER -i eth0 -m conntrack ! --ctstate DNAT,ESTABLISHED,RELATED -j DROP
