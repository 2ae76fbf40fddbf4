setup local 'nft add table ip t; nft "add chain ip t c { type filter hook input priority 0; }"'
on local "TZ=Asia/Shanghai nft 'add rule ip t c meta hour \"09:00\"-\"18:00\" drop'"
on local 'TZ=Asia/Shanghai nft list chain ip t c | grep hour'
expect '在北京时区看：09:00–18:00' contains "$output" '"09:00"-"18:00"'
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '同一条规则在 UTC 看：01:00–10:00' contains "$output" '"01:00"-"10:00"'
on local 'nft flush chain ip t c'
note 'iptables 的 09:00 是 UTC，翻译时照抄数字；在北京时区的终端装入，就当成北京时间'
on local 'iptables-translate -A INPUT -m time --timestart 09:00 --timestop 18:00 -j DROP'
expect '数字没有换算' contains "$output" 'meta hour "09:00:00"-"18:00:00"'
on local "TZ=Asia/Shanghai nft 'add rule ip t c meta hour \"09:00:00\"-\"18:00:00\" drop'"
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '成了 UTC 01:00–10:00，错了 8 小时' contains "$output" '"01:00"-"10:00"'
on local 'nft flush chain ip t c'
on local "TZ=UTC nft 'add rule ip t c meta hour \"09:00:00\"-\"18:00:00\" drop'"
on local 'TZ=UTC nft list chain ip t c | grep hour'
expect '命令前加 TZ=UTC：时段正确' contains "$output" '"09:00"-"18:00"'
note '换算成 UTC 以后跨午夜的范围（北京 01:00–10:00），看版本'
on local 'nft flush chain ip t c'
on local "TZ=Asia/Shanghai nft 'add rule ip t c meta hour \"01:00\"-\"10:00\" drop'; TZ=UTC nft list chain ip t c | grep hour"
if [[ $(nft --version) == 'nftables v1.1.3 '* ]]; then
    expect '1.1.3 拒绝' contains "$output" 'Range negative size'
else
    expect '1.0.6、1.1.7 装得上：UTC 17:00 到次日 02:00' grep -qE '(!= "02:00"-"17:00"|"17:00"-"02:00")' <<<"$output"
fi
