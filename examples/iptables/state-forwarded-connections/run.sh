apply router rules.sh
background server 'nc -lk 80'
wait_port server 80
background client 'nc -p 5555 10.9.1.2 80'
wait_for 'ip netns exec router conntrack -L -p tcp 2>/dev/null | grep -q ASSURED'
on router 'conntrack -L -p tcp 2>/dev/null'
expect '原方向：客户端 → 服务器' contains "$output" 'src=10.9.0.2 dst=10.9.1.2 sport=5555 dport=80'
expect '回方向的目的是路由器：做了 NAT' contains "$output" 'src=10.9.1.2 dst=10.9.1.1 sport=80 dport=5555'
expect '双向都见过，标 ASSURED' contains "$output" '[ASSURED]'
note '条目总数；没有 conntrack 命令时看 /proc'
on router 'conntrack -C'
expect '1 条' [ "$output" -eq 1 ]
on router 'grep -c ESTABLISHED /proc/net/nf_conntrack'
expect '/proc 里是同一条' [ "$output" -eq 1 ]
on router 'sysctl net.netfilter.nf_conntrack_count net.netfilter.nf_conntrack_max'
expect '离上限还远' contains "$output" 'nf_conntrack_count = 1'
note '身后的服务器向外新建连接：没有规则放行，被丢'
on server 'nc -z -w 1 10.9.0.2 80'
expect '超时' [ "$status" -eq 1 ]
on router "iptables-save -c -t filter | grep -c '^\[0:0\] -A FORWARD -m conntrack --ctstate INVALID'"
expect 'INVALID 没有计数：丢在默认策略' [ "$output" -eq 1 ]
