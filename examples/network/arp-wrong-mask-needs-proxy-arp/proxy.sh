# 路由器替“从另一块网卡转发过去”的地址应答。
sysctl -w net.ipv4.conf.eth0.proxy_arp=1
