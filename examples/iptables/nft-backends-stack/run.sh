on server 'iptables --version'
expect '命令 iptables 用的是 nf_tables' contains "$output" '(nf_tables)'
apply server rules.sh
on client 'ping -qnc 1 -W 1 10.9.0.1'
expect '不通：一边放行，另一边照样丢' [ "$status" -eq 1 ]
on server 'iptables-nft -S INPUT'
expect 'iptables-nft 看不到那条 DROP，只给一句警告' lacks "$output" 'j DROP'
expect '警告说有旧后端的表' contains "$output" 'iptables-legacy tables present'
on server 'iptables-legacy -S INPUT'
expect 'iptables-legacy 看不到那条 ACCEPT' lacks "$output" 'j ACCEPT'
on server 'nft list ruleset'
expect 'nft 只看到 iptables-nft 的规则' lacks "$output" 'icmp drop'
note '清掉旧后端的规则'
on server 'iptables-legacy -F INPUT'
on client 'ping -qnc 1 -W 1 10.9.0.1'
expect '通了' [ "$status" -eq 0 ]
on server 'iptables-nft -S INPUT'
expect '规则清了，警告还在：旧后端的表没有卸下' contains "$output" 'iptables-legacy tables present'
