# 出去：换成宿主机的地址
iptables -t nat -A POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
# 进来：宿主机的 8088 到容器的 80
iptables -t nat -A PREROUTING -p tcp --dport 8088 -j DNAT --to-destination 172.18.0.2:80
