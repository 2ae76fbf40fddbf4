apply client rules.sh
apply server server.sh
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '隔着一台路由器仍是 EF' contains "$output" '[3:252] -A INPUT -p icmp -m dscp --dscp 0x2e'
expect 'DSCP 46 就是 TOS 字节 0xb8（46 左移两位）' contains "$output" '[3:252] -A INPUT -p icmp -m tos --tos 0xb8'
note 'TOS 目标改的是同一个字节，DSCP 之后再写就把它盖掉'
on client 'iptables -t mangle -A POSTROUTING -p icmp -j TOS --set-tos 0x10'
setup server 'iptables -Z'
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '不再是 EF' contains "$output" '[0:0] -A INPUT -p icmp -m dscp'
