setup local 'iptables -N WEB && iptables -A WEB -s 10.9.0.6 -j DROP && iptables -A INPUT -p tcp --dport 80 -j WEB'
note '还有规则跳到它'
on local 'iptables -X WEB'
expect '删不掉' [ "$status" -ne 0 ]
setup local 'unshare -n bash -c "iptables-legacy -N WEB && iptables-legacy -A INPUT -j WEB; iptables-legacy -X WEB" >legacy.txt 2>&1 || true'
on local 'cat legacy.txt'
expect 'legacy 的说法' contains "$output" 'Too many links'
setup local 'iptables -D INPUT -p tcp --dport 80 -j WEB'
note '没有规则跳到它了，里面还有规则'
on local 'iptables -X WEB'
expect '还是删不掉' [ "$status" -ne 0 ]
setup local 'unshare -n bash -c "iptables-legacy -N WEB && iptables-legacy -A WEB -j DROP; iptables-legacy -X WEB" >legacy.txt 2>&1 || true'
on local 'cat legacy.txt'
expect 'legacy 的说法' contains "$output" 'Directory not empty'
setup local 'iptables -A INPUT -p tcp --dport 80 -j WEB'
note '次序：先删跳到它的，再清空，最后删链'
apply local remove.sh
on local 'iptables -S | grep -c WEB'
expect '没有了' [ "$output" = 0 ]
note '按内容删，找不到一样的'
setup local 'iptables -A INPUT -s 10.9.0.6 -p tcp --dport 80 -j DROP'
on local 'iptables -D INPUT -s 10.9.0.6 -j DROP'
expect '要和装上时一模一样' contains "$output" 'Bad rule (does a matching rule exist in that chain?)'
on local 'iptables -D INPUT 9'
expect '没有第 9 条' contains "$output" 'Index of deletion too big'
on local 'iptables -S INPUT | sed -n "s/^-A/-D/p" | xargs iptables; iptables -S INPUT'
expect '照 -S 打印的，把 -A 换成 -D' [ "$output" = '-P INPUT ACCEPT' ]
on local 'iptables -N WEB; iptables -N WEB'
expect '链已经有了' contains "$output" 'Chain already exists'
note '集合还有规则在用'
setup local 'ipset create blocked hash:ip && ipset add blocked 10.9.0.6 && iptables -A INPUT -m set --match-set blocked src -j DROP'
on local 'ipset destroy blocked'
expect '正在被用' contains "$output" 'it is in use by a kernel component'
on local 'ipset add blocked 10.9.0.6'
expect '已经有这个元素' contains "$output" "it's already added"
on local 'iptables -A INPUT -m set --match-set nosuch src -j DROP'
expect '没有这个集合' contains "$output" "Set nosuch doesn't exist"
on local 'iptables -D INPUT -m set --match-set blocked src -j DROP; ipset destroy blocked; ipset list -n'
expect '先删规则，再删集合' [ "$status" -eq 0 ]
note 'nft 也一样'
setup local 'nft add table inet t; nft add chain inet t web; nft add chain inet t in; nft add rule inet t in jump web'
on local 'nft delete chain inet t web'
expect '正在被用' contains "$output" 'Device or resource busy'
on local 'nft flush chain inet t in; nft delete chain inet t web'
expect '清掉跳到它的，就删得掉' [ "$status" -eq 0 ]
