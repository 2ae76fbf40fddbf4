# keepalived 升为主时做的事：拿地址，再告诉所有人。
ip addr add 192.168.1.100/32 dev eth0
arping -q -U -c 1 -I eth0 192.168.1.100
