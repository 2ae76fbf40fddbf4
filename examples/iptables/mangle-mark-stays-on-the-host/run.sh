apply router rules.sh
apply server server.sh
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on router "iptables-save -c -t filter | grep -e '-A'"
expect '同一台机器上，后面的链按标记匹配到 3 个' contains "$output" '[3:252] -A FORWARD -m mark --mark 0x7'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '包到了下一台' contains "$output" '[3:252] -A INPUT -p icmp'
expect '标记没有跟过来' contains "$output" '[0:0] -A INPUT -m mark'
