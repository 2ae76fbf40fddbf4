apply local rules.sh
on local 'nft list ruleset'
expect '表名是 ip filter、ip nat' contains "$output" 'table ip nat'
expect 'string 没有 nft 的写法，显示为 xt match' grep -qE 'xt match "?string"?' <<<"$output"
expect 'multiport 显示为集合' contains "$output" 'tcp dport { 80, 443 }'
note '所以这份输出不能当备份'
on local 'nft list ruleset >all.nft; nft -c -f all.nft'
expect '装不回去' [ "$status" -ne 0 ]
