setup local 'bash every-chain.sh'
on local "nft list ruleset 2>/dev/null | grep -E '^table|hook'"
expect '五张表' [ "$(grep -c '^table ip' <<<"$output")" -eq 5 ]
expect '十七条内建链' [ "$(grep -c hook <<<"$output")" -eq 17 ]
expect 'raw 挂在优先级 raw（-300）' contains "$output" 'hook prerouting priority raw'
expect 'nat 改目的地址在 dstnat（-100）' contains "$output" 'type nat hook prerouting priority dstnat'
expect 'nat 改源地址在 srcnat（100）' contains "$output" 'type nat hook postrouting priority srcnat'
expect 'mangle OUTPUT 的类型是 route：改了标记会重新选路' contains "$output" 'type route hook output priority mangle'
expect 'nat INPUT 是 100，也就是 srcnat' grep -qE 'type nat hook input priority (100|srcnat)' <<<"$output"
expect 'security 是 150，不是内核常量 50' [ "$(grep -c 'priority 150' <<<"$output")" -eq 3 ]
