without='setpriv --bounding-set -net_admin --inh-caps -net_admin'
note '容器里的 root：用户号是 0，没有 NET_ADMIN'
on local "$without sh -c 'id -u; iptables -A INPUT -p tcp --dport 80 -j ACCEPT'"
expect '用户号 0' [ "$(head -n 1 <<<"$output")" = 0 ]
expect '还是这一句' contains "$output" 'Permission denied (you must be root)'
on local "$without sh -c 'nft list ruleset'"
expect 'nft 的说法' contains "$output" 'Operation not permitted'
on local "$without sh -c 'ip link add dummy0 type dummy'"
expect 'ip 的说法：同一个能力' contains "$output" 'RTNETLINK answers: Operation not permitted'
note '看能力：NET_ADMIN 是第 12 位'
on local "$without sh -c 'caps=0x\$(sed -n \"s/^CapEff:[^0-9a-f]*//p\" /proc/self/status); echo \$((caps >> 12 & 1))'"
expect '没有' [ "$output" = 0 ]
on local "sh -c 'caps=0x\$(sed -n \"s/^CapEff:[^0-9a-f]*//p\" /proc/self/status); echo \$((caps >> 12 & 1))'"
expect '有这个能力的进程是 1' [ "$output" = 1 ]
note '给了这一项就行，别的都不用给'
on local "setpriv --bounding-set -all,+net_admin --inh-caps -all,+net_admin sh -c 'iptables -A INPUT -p tcp --dport 80 -j ACCEPT && iptables -S INPUT'"
expect '装上了' contains "$output" '--dport 80 -j ACCEPT'
