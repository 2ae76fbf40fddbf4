on server 'nft -f rules.nft'
on client 'ping -qnc 1 -W 1 10.9.0.1'
expect '不通：前一条链的 accept 拦不住后一条链的 drop' [ "$status" -eq 1 ]
on server 'nft list ruleset | grep -e priority -e counter'
expect '两条链各数到 1 个' [ "$(grep -c 'packets 1 ' <<<"$output")" -eq 2 ]
note '优先级的名字和数字是一回事'
on server 'nft -y list ruleset | grep priority'
expect 'filter - 10 就是 -10' contains "$output" 'priority -10'
