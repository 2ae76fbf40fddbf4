apply local translate.sh
expect 'nft -c 检查通过，退出码 0' [ "$status" -eq 0 ]
on local 'tail -n +2 new.nft'
expect 'multiport' contains "$output" 'tcp dport { 80, 443 }'
expect 'iprange' contains "$output" 'ip saddr 10.9.0.6-10.9.0.10'
expect 'mac' contains "$output" 'ether saddr 02:00:00:00:00:02'
expect 'limit' contains "$output" 'limit rate 20/minute burst 10 packets'
expect 'connlimit' contains "$output" 'ct count over 2'
expect 'state 与 conntrack 都译成 ct state' contains "$output" 'ct state related,established'
expect 'MASQUERADE' contains "$output" 'oifname "eth1" counter masquerade'
expect 'NOTRACK' contains "$output" 'notrack'
note '译不了的：检查照样通过，要自己找出来'
on local "grep '^# -' new.nft"
expect '只有 string 那条变成注释' contains "$output" '# -t filter -A web -m string'
on local 'nft -f new.nft && nft list ruleset | grep -c string'
expect '装进内核以后少了这条规则' [ "$output" = 0 ]
