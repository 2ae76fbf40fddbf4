# 防火墙服务重启时做的事：清空这张表，删掉里面的链。
iptables -t nat -F
iptables -t nat -X
