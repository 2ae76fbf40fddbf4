apply server rules.sh
on client 'ping -q -c 1 -W 1 10.9.0.1'
expect '被 security INPUT 丢掉' contains "$output" '100% packet loss'
on server "iptables-save -c | awk '/^[*]/ {table = \$1} /-p icmp/ {print table, \$0}'"
expect 'iptables-nft：nat INPUT 已经数到 1，它在 security 之前' contains "$output" '*nat [1:84] -A INPUT -p icmp'
expect 'security 丢了 1 个' contains "$output" '*security [1:84] -A INPUT -p icmp -j DROP'

setup server "for table in filter nat security; do iptables -t \$table -F; done"
note '清空，换旧后端装同样的规则'
apply server rules-legacy.sh
on client 'ping -q -c 1 -W 1 10.9.0.1'
expect '同样被丢掉' contains "$output" '100% packet loss'
on server "iptables-legacy-save -c | awk '/^[*]/ {table = \$1} /-p icmp/ {print table, \$0}'"
expect 'iptables-legacy：nat INPUT 是 0，它在 security 之后' contains "$output" '*nat [0:0] -A INPUT -p icmp'
expect 'security 丢了 1 个' contains "$output" '*security [1:84] -A INPUT -p icmp -j DROP'
