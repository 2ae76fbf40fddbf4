iptables -t nat -D POSTROUTING -s 172.18.0.0/16 ! -o br0 -j MASQUERADE
iptables -t nat -D PREROUTING -p tcp --dport 8088 -j DNAT --to-destination 172.18.0.2:80
ip link del v1
ip netns del c1
ip link del br0
