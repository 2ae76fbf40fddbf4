setup local 'nft add table ip t; nft "add chain ip t c { type filter hook input priority 0; }"'
on local "TZ=Asia/Shanghai nft 'add rule ip t c meta hour \"09:00\"-\"18:00\" drop'"
on local 'TZ=Asia/Shanghai nft list chain ip t c | grep hour'
expect '在北京时区看：09:00–18:00' contains "$output" '"09:00"-"18:00"'
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '同一条规则在 UTC 看：01:00–10:00' contains "$output" '"01:00"-"10:00"'
on local 'nft flush chain ip t c'
note 'iptables 的 01:00 是 UTC，翻译时照抄数字；在北京时区的终端装入，就当成北京时间'
on local 'iptables-translate -A INPUT -m time --timestart 01:00 --timestop 10:00 -j DROP'
expect '数字没有换算' contains "$output" 'meta hour "01:00:00"-"10:00:00"'
on local "TZ=Asia/Shanghai nft 'add rule ip t c meta hour \"01:00:00\"-\"10:00:00\" drop'"
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '成了 UTC 17:00 到次日 02:00，错了 8 小时' contains "$output" 'meta hour != "02:00"-"17:00"'
on local 'nft flush chain ip t c'
on local "TZ=UTC nft 'add rule ip t c meta hour \"01:00:00\"-\"10:00:00\" drop'"
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '命令前加 TZ=UTC：时段正确' contains "$output" '"01:00"-"10:00"'
