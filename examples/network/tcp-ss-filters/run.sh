background server 'python3 server.py'
wait_port server 8000
background client 'python3 client.py'
wait_for 'ip netns exec server ss -Htan state close-wait | grep -q .'
note '各状态的数量'
on server "ss -Htan | awk '{c[\$1]++} END {for (s in c) print c[s], s}' | sort -rn"
expect '四条 ESTAB、两个监听、一条 CLOSE-WAIT' [ "$(xargs <<<"$output")" = '4 ESTAB 2 LISTEN 1 CLOSE-WAIT' ]
note '按对端地址、按进程汇总'
apply server summary.sh
expect '10.9.0.2 三条，10.9.0.6 两条' contains "$(xargs <<<"${output//\"/}")" '3 10.9.0.2 2 10.9.0.6'
expect '五条都属于 python3' grep -q '5 (("python3"' <<<"$output"
note '状态加端口'
on client "ss -Htan state established '( dport = :8443 or sport = :20001 )' | sort"
expect '一条到 8443，一条从 20001' [ "$(grep -c 10.9.0.1 <<<"$output")" = 2 ]
note '监听，不解析名字，带进程'
on server "ss -Htlnp 'sport = :8443'"
expect '监听 8443 的是 python3' contains "$output" '"python3"'
note '按地址段；排除一个端口'
on server "ss -Htan state connected 'dst 10.9.0.0/29 and sport != :8443' | wc -l"
expect '三条' [ "$output" = 3 ]
note '状态组'
on server 'ss -Htan state connected | wc -l; ss -Htan state synchronized | wc -l; ss -Htan state bucket | wc -l'
expect 'connected 和 synchronized 都是五条，bucket（TIME-WAIT、SYN-RECV）一条也没有' [ "$(xargs <<<"$output")" = '5 5 0' ]
note '汇总'
quiet server 'ss -s'
expect 'estab 5：CLOSE-WAIT 也算在里面' contains "$output" '(estab 5,'
note '老命令 netstat 写的是下划线'
on server "netstat -tan | awk '/^tcp/ {print \$6}' | sort | uniq -c"
expect 'netstat 看到的一样' [ "$(xargs <<<"$output")" = '1 CLOSE_WAIT 4 ESTABLISHED 2 LISTEN' ]
