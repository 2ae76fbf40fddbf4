apply router rules.sh
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on router "iptables-save -c | grep -e '-A'"
expect '只有第一个包是当场打的标记' contains "$output" '[1:84] -A PREROUTING -i eth0 -m mark --mark 0x0'
expect '3 个应答都带着标记 7' contains "$output" '[3:252] -A FORWARD -i eth1 -o eth0 -m mark --mark 0x7'
on router "conntrack -L 2>/dev/null | grep -o 'mark=[0-9]*'"
expect '标记存在连接记录里' [ "$output" = 'mark=7' ]
