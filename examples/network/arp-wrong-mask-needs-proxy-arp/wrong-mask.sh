# 掩码本该是 /24，写成了 /16：10.9.1.2 看着像邻居，其实隔着路由器。
ip addr add 10.9.0.2/16 dev eth0
ip addr del 10.9.0.2/24 dev eth0
