note '在北京时间的终端写下、装入'
on local 'TZ=Asia/Shanghai nft -f rules.nft'
on local 'TZ=Asia/Shanghai nft list ruleset >saved.nft; grep hour saved.nft'
expect '存下来的是 09:00–18:00' contains "$output" '"09:00"-"18:00"'
note '开机时由 UTC 的环境装入同一份文件'
on local 'nft flush ruleset; TZ=UTC nft -f saved.nft; TZ=Asia/Shanghai nft list ruleset | grep hour'
expect '北京时间成了 17:00 到次日 02:00' contains "$output" '"17:00"-"02:00"'
note '导出和装入都用 UTC 就不会变'
on local 'nft flush ruleset; TZ=Asia/Shanghai nft -f rules.nft; TZ=UTC nft list ruleset >saved.nft; grep hour saved.nft'
on local 'nft flush ruleset; TZ=UTC nft -f saved.nft; TZ=Asia/Shanghai nft list ruleset | grep hour'
expect '还是 09:00–18:00' contains "$output" '"09:00"-"18:00"'
note '跨午夜的时段：写成一个范围，1.1.3 显示成 "22:00"-"06:00"，自己却不认'
on local 'nft flush ruleset; nft add table inet t; nft "add chain inet t c { type filter hook output priority 0; }"'
on local "TZ=UTC nft 'add rule inet t c meta hour != \"06:00\"-\"22:00\" reject'"
expect '写的时候都认' [ "$status" -eq 0 ]
on local 'TZ=UTC nft list ruleset >saved.nft; grep hour saved.nft; TZ=UTC nft -c -f saved.nft'
if [[ $(nft --version) == 'nftables v1.1.3 '* ]]; then
    expect '1.1.3 存下来的整份装不回去' contains "$output" 'Range negative size'
else
    expect '1.0.6 存下来的装得回去，1.1.7 也是' [ "$status" -eq 0 ]
fi
note '写成两段的集合，哪个版本都能存、能再装'
on local 'nft flush ruleset; TZ=UTC nft -f night.nft; TZ=UTC nft list ruleset >saved.nft; grep hour saved.nft; TZ=UTC nft -c -f saved.nft'
expect '装得回去' [ "$status" -eq 0 ]
