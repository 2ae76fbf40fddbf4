on local 'bash matrix.sh iptables'
matrix=$output
expect 'raw 只有两条链' contains "$matrix" $'raw: PREROUTING OUTPUT\n'
expect 'mangle 五条链都有' contains "$matrix" $'mangle: PREROUTING INPUT FORWARD OUTPUT POSTROUTING\n'
expect 'nat 没有 FORWARD' contains "$matrix" $'nat: PREROUTING INPUT OUTPUT POSTROUTING\n'
expect 'filter 和 security 各三条' contains "$matrix" $'filter: INPUT FORWARD OUTPUT\nsecurity: INPUT FORWARD OUTPUT'
note '不写 -t 就是 filter 表'
on local 'iptables -S'
expect '列出的是 filter 的三条链' [ "$(awk '{print $2}' <<<"$output" | tr '\n' ' ')" = 'INPUT FORWARD OUTPUT ' ]
on local 'bash matrix.sh ip6tables'
expect 'IPv6 也是这五张表' [ "$output" = "$matrix" ]
on local 'bash matrix.sh iptables-legacy'
expect '旧后端一样' [ "$output" = "$matrix" ]
note '内核常量叫 NF_INET_PRE_ROUTING，链名没有下划线'
on local 'iptables -t nat -A PRE_ROUTING -j ACCEPT'
expect '没有 PRE_ROUTING 这条链' contains "$output" 'No chain/target/match by that name'
on local 'iptables -t nat -A PREROUTING -j ACCEPT'
expect 'PREROUTING 才对' [ "$status" -eq 0 ]
note '矩阵里没有的组合装不上'
on local 'iptables -t nat -A FORWARD -j ACCEPT'
expect 'nat 表没有 FORWARD 链' [ "$status" -eq 1 ]
on local 'iptables -t raw -A INPUT -j ACCEPT'
expect 'raw 表没有 INPUT 链' [ "$status" -eq 1 ]
