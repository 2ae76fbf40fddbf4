on local 'nft -f good.nft && nft list ruleset >before.txt'
note '第 7 行用了没有定义的集合'
on local 'nft -f broken.nft'
expect '报错，指出文件和行' contains "$output" 'broken.nft:7'
on local 'nft list ruleset | diff before.txt - && echo 规则没有变'
expect '开头的 flush 也没有执行' [ "$output" = 规则没有变 ]
note '同样的错写在逐条执行的脚本里'
apply local script.sh
expect '停在第三条' [ "$status" -eq 2 ]
on local 'iptables -S INPUT'
expect '链空了，默认策略已经是 DROP' [ "$output" = '-P INPUT DROP' ]
note 'iptables-restore 逐表提交：第二张表出错，第一张已经装上'
on local 'iptables-restore two-tables.v4'
expect '第 5 行报错' contains "$output" 'line: 5'
on local 'iptables -t nat -S PREROUTING'
expect 'nat 表的规则已经生效' contains "$output" '--dport 8080'
