ping='ping -qnc 1 -W 1 10.9.0.1'
note '普通规则用不到连接跟踪；nat 表里有规则也一样'
on server 'iptables -A INPUT -p icmp -j ACCEPT'
on server 'iptables -t nat -A PREROUTING -p icmp -j ACCEPT'
quiet client "$ping"
on server 'conntrack -L 2>/dev/null | wc -l'
expect '没有跟踪' [ "$output" -eq 0 ]
on server "iptables -t nat -vnxL PREROUTING | awk '/ACCEPT  / {print \$1}'"
expect 'nat 链的计数是 0：没有记录，就不查 nat 规则' [ "$output" -eq 0 ]
note '加一条查状态的规则，哪怕没有包走到它'
on server 'iptables -A FORWARD -m conntrack --ctstate ESTABLISHED'
quiet client "$ping"
on server 'conntrack -L 2>/dev/null'
expect '开始跟踪' contains "$output" 'src=10.9.0.2 dst=10.9.0.1'
on server "iptables -t nat -vnxL PREROUTING | awk '/ACCEPT  / {print \$1}'"
expect 'nat 链的计数动了' [ "$output" -eq 1 ]
note '删掉它，又不跟踪了'
on server 'iptables -D FORWARD -m conntrack --ctstate ESTABLISHED'
setup server 'conntrack -F'
quiet client "$ping"
on server 'conntrack -L 2>/dev/null | wc -l'
expect '没有跟踪' [ "$output" -eq 0 ]
note 'DNAT 这样的目标也会打开它'
on server 'iptables -t nat -A PREROUTING -d 10.9.0.99 -j DNAT --to-destination 10.9.0.1'
quiet client "$ping"
on server 'conntrack -L 2>/dev/null | wc -l'
expect '有跟踪' [ "$output" -eq 1 ]
