on local 'nft -f no-reset.nft && nft -f no-reset.nft'
on local "nft list ruleset | grep -c 'dport 22'"
expect '同一条规则有两份' [ "$output" -eq 2 ]
note '文件开头先声明再删除自己的表'
on local 'nft -f reset.nft && nft -f reset.nft'
on local "nft list ruleset | grep -c 'dport 22'"
expect '装几遍都是一份' [ "$output" -eq 1 ]
note '别的表不受影响；flush ruleset 会连它们一起清掉'
on local 'nft add table ip docker-bridges && nft -f reset.nft && nft list tables'
expect '别人的表还在' contains "$output" 'docker-bridges'
on local 'nft flush ruleset && nft list tables | wc -l'
expect '全没了' [ "$output" -eq 0 ]
note '发行版的服务停止时，执行的就是它'
on local 'grep ^Exec /usr/lib/systemd/system/nftables.service'
expect '停止 nftables 服务会清掉所有表' contains "$output" 'ExecStop=/usr/sbin/nft flush ruleset'
