# 把服务器的 80 端口发布成 10.9.0.1:8080，和容器引擎的做法一样。
iptables -t nat -A PREROUTING -p tcp -d 10.9.0.1 --dport 8080 -j DNAT --to-destination 10.9.1.2:80
# 下面两条永远不会命中。
iptables -A INPUT -p tcp --dport 8080 -j DROP
iptables -A FORWARD -p tcp --dport 8080 -j DROP
