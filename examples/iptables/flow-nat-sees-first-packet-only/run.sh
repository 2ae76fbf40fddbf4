setup server 'iptables -A INPUT -p icmp -s 10.9.1.1'
apply router rules.sh
on client 'ping -q -c 5 -i 0.2 10.9.1.2'
on router "iptables-save -c -t nat | grep -e '-A'"
expect 'nat PREROUTING 只数到 1 个' contains "$output" '[1:84] -A PREROUTING'
expect 'MASQUERADE 只数到 1 个' contains "$output" '[1:84] -A POSTROUTING'
on router "iptables-save -c -t filter | grep -e '-A'"
expect 'filter FORWARD 数到 10 个' contains "$output" '[10:840] -A FORWARD'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '5 个请求都换了源地址：后 4 个照连接记录改写' contains "$output" '[5:420] -A INPUT -s 10.9.1.1/32'
note '所以 nat 表不许用来过滤'
on router 'iptables -t nat -A PREROUTING -p icmp -j DROP'
expect 'nat 表里不能写 DROP' [ "$status" -eq 2 ]
