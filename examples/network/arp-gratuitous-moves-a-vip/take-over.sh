# What keepalived does when this machine becomes master: take the address, then tell everybody.
ip addr add 192.168.1.100/32 dev eth0
arping -q -U -c 1 -I eth0 192.168.1.100
