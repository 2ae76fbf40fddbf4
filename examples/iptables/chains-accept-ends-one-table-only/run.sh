apply server rules.sh
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '两次 ACCEPT 之后还是被丢' contains "$output" '100% packet loss'
on server "iptables-save -c | awk '/^[*]/ {table = \$1} /-A/ {print table, \$0}'"
expect '三张表各数到 3 个' [ "$(grep -c ' \[3:252\] ' <<<"$output")" -eq 3 ]
note '反过来：前面的表一旦 DROP，后面的表就看不到了'
on server 'iptables -t raw -A PREROUTING -p icmp -j DROP'
setup server "for table in mangle filter security; do iptables -t \$table -Z; done"
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
on server "iptables-save -c | awk '/^[*]/ {table = \$1} /-A/ {print table, \$0}'"
expect 'raw 丢了 3 个' contains "$output" '[3:252] -A PREROUTING -p icmp -j DROP'
expect '后面三张表都是 0' [ "$(grep -c ' \[0:0\] ' <<<"$output")" -eq 3 ]
