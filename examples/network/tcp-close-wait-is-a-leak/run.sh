# Wait until a host has exactly so many connections in this state.
reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -c . | grep -qx $3" "${4:-5}"
}
count() {
    ip netns exec "$1" ss -Htan state "$2" | wc -l
}
on client 'sysctl -w net.ipv4.tcp_fin_timeout=5'
background server 'python3 server.py'
wait_port server 8000
background client 'python3 client.py'
reaches server close-wait 4
on server "ss -Htanp state close-wait | awk '{print \$5}' | sort"
expect '四条 CLOSE-WAIT，都属于这个进程' [ "$(grep -c '"python3"' <<<"$output")" = 4 ]
on client "ss -Htan | awk '{print \$1}' | sort | uniq -c"
expect '客户端四条 FIN-WAIT-2' [ "$(count client fin-wait-2)" = 4 ]
reaches client fin-wait-2 1 10
note '过了 tcp_fin_timeout'
on client "ss -Htan | awk '{print \$1}' | sort | uniq -c"
expect '已经 close() 的三条到时就走，只 shutdown() 的一条留着' [ "$(count client fin-wait-2)" = 1 ]
on server "ss -Htan state close-wait | wc -l"
expect '服务端的四条 CLOSE-WAIT 一条也没有少' [ "$output" = 4 ]
note '程序退出，内核替它关闭'
setup server "kill \$(ss -Htlnp | sed 's/.*pid=\([0-9]*\).*/\1/')"
reaches server close-wait 0
expect 'CLOSE-WAIT 没有了' [ "$(count server close-wait)" = 0 ]
