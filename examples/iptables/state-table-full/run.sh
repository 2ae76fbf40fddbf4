# shellcheck disable=SC2016 # expanded on the host that runs it
apply server rules.sh
# 看最后一条而不数：别的示例也写内核日志，缓冲区满了，旧的就少一条
logged="dmesg | grep 'nf_conntrack: table full' | tail -n 1"
before=$(eval "$logged")
background server 'nc -lk 90 >received.txt'
wait_port server 90
note '先建一条连接留着'
setup client 'mkfifo pipe'
background client 'exec 3<>pipe; nc 10.9.0.1 90 <&3'
wait_for 'ip netns exec server conntrack -L -p tcp 2>/dev/null | grep -q ASSURED'
note '用 conntrack -R 把表填满；最后一条放不下，所以退出码是 1'
on server 'python3 entries.py >entries.txt; conntrack -R entries.txt 2>/dev/null'
on server 'test "$(sysctl -n net.netfilter.nf_conntrack_count)" -ge "$(sysctl -n net.netfilter.nf_conntrack_max)" && echo 满了'
expect '条目数到了上限' [ "$output" = 满了 ]
on client 'ping -qnc 1 -W 1 10.9.0.1'
expect '新的 ping 没有应答' [ "$status" -eq 1 ]
on client 'curl -s -m 2 http://10.9.0.1:90/'
expect '新的连接超时' [ "$status" -eq 28 ]
on client 'echo still here >pipe'
wait_for 'grep -q still received.txt'
on server 'cat received.txt'
expect '老连接照样收发' [ "$output" = 'still here' ]
on server "iptables-save -c -t filter | grep -e '-A'"
expect '丢在规则之前：INVALID 没有计数' contains "$output" '[0:0]'
note '谁占的'
apply server who.sh
expect '全是已建立的 TCP' contains "$output" 'tcp ESTABLISHED'
expect '占得最多的来源' contains "$output" '60000 src=10.64.0.'
quiet server 'conntrack -S'
expect 'drop 计数大于 0' grep -q '\bdrop=[1-9]' <<<"$output"
# 内核限制同类警告的速度，各个命名空间一起算
while [ "$(eval "$logged")" = "$before" ]; do setup client '! ping -qnc 1 -W 1 10.9.0.1'; done
quiet server "$logged"
expect '内核日志有了新的 table full' [ "$output" != "$before" ]
note '清掉占满表的条目'
on server 'conntrack -F 2>/dev/null'
on client 'ping -qnc 1 -W 1 10.9.0.1'
expect '恢复' [ "$status" -eq 0 ]
