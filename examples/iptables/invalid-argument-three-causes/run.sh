refused() {
    on local "$1"
    expect '内核不收，不说是哪一样' contains "$output" 'RULE_APPEND failed (Invalid argument)'
}
note '一、目标要求的协议没有写：tcp-reset 只能回 TCP'
refused 'iptables -A INPUT -p udp --dport 53 -j REJECT --reject-with tcp-reset'
on local 'iptables -A INPUT -p udp --dport 53 -j REJECT; iptables -A INPUT -p tcp --dport 53 -j REJECT --reject-with tcp-reset'
expect 'UDP 用默认的，TCP 才写 tcp-reset' [ "$status" -eq 0 ]
note '二、目标放错了表或链'
refused 'iptables -A FORWARD -o eth1 -j MASQUERADE'
on local 'iptables -t nat -A POSTROUTING -o eth1 -j MASQUERADE'
expect 'MASQUERADE 在 nat 表的 POSTROUTING' [ "$status" -eq 0 ]
note '三、匹配在这条链上没有意义：发出去的包没有源 MAC'
refused 'iptables -A OUTPUT -m mac --mac-source 02:00:00:00:00:02 -j DROP'
on local 'iptables -A INPUT -m mac --mac-source 02:00:00:00:00:02 -j DROP'
expect '收进来的包才有' [ "$status" -eq 0 ]
note '看起来像的：这两句是 iptables 自己说的，还没有到内核'
on local 'iptables -A INPUT --dport 80 -j ACCEPT'
expect '没有写 -p tcp' contains "$output" 'unknown option "--dport"'
on local 'iptables -A INPUT -p tcp --dport 80 -j ACEPT'
expect '目标的名字写错' [ "$status" -eq 2 ]
note 'legacy 后端的说法'
on local 'unshare -n iptables-legacy -A FORWARD -o eth1 -j MASQUERADE'
expect '叫你去看 dmesg，那里写着 only valid for' contains "$output" "Run \`dmesg' for more information"
