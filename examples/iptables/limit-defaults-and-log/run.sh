on server 'iptables -A INPUT -p icmp -m limit'
on server 'iptables -S INPUT'
expect '不写就是每小时 3 个' contains "$output" '--limit 3/hour'
on client 'ping -q -i 0.05 -c 20 10.9.0.1 >/dev/null'
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '20 个包命中 5 个：默认桶容量是 5' [ "$output" = 5 ]
on server 'iptables -F INPUT'
on server 'iptables -A INPUT -p icmp -m limit --limit 5/min -j LOG --log-prefix "drop "'
on server 'iptables -A INPUT -p icmp -j DROP'
on client "ping -q -i 0.05 -c 20 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1, \$3 }'"
expect '丢了 20 个，只记 5 条日志' [ "$output" = $'5 LOG\n20 DROP' ]
on server 'iptables -A INPUT -m limit --limit 20000/second'
expect '最快 10000/second' contains "$output" 'Rate too fast'
on server 'iptables -A INPUT -m limit --limit 10000/second'
expect '10000/second 接受' [ "$status" -eq 0 ]
on server 'iptables -A INPUT -m limit ! --limit 3/second'
expect 'limit 不能取反' [ "$status" -eq 2 ]
note '只有 limit 加 ACCEPT，后面没有拒绝规则，默认策略是 ACCEPT'
on server 'iptables -F INPUT; iptables -A INPUT -p icmp -m limit --limit 20/minute -j ACCEPT'
on client "ping -q -i 0.05 -c 20 10.9.0.1 | grep -o '[0-9]* received'"
expect '20 个全通：一个也没限住' [ "$output" = '20 received' ]
