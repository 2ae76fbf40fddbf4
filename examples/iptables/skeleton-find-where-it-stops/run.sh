background server 'python3 -m http.server 8080'
background server 'python3 -m http.server --bind 127.0.0.1 80'
wait_port server 8080
wait_port server 80
setup server 'iptables-restore rules.v4'

look() {
    background server "timeout 3 tcpdump -tni eth0 --immediate-mode 'tcp[tcpflags] == tcp-syn and dst port $1'"
    capture=$pid
    wait_for "grep -q listening $log"
    setup server 'iptables -Z INPUT'
    on client "curl -s -m 1 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:$1/"
    failure=$status
    wait "$capture"
    arrived=$(grep -c "10.9.0.1.$1: Flags \[S\]" "$log")
}

note '情形一：防火墙没有放行 8080'
look 8080
expect '客户端：超时' [ "$failure" -eq 28 ]
expect '抓包：SYN 到了网卡' [ "$arrived" -ge 1 ]
on server "iptables -vnxL INPUT | awk '/dports 22,80/ {print \$1}'"
expect '计数：放行规则没有动，停在默认策略' [ "$output" -eq 0 ]
on server "ss -Hltn 'sport = :8080' | awk '{print \$4}'"
expect '监听：服务在等' [ "$output" = 0.0.0.0:8080 ]
quiet server 'conntrack -L -p tcp --orig-port-dst 8080 2>/dev/null'
expect '连接跟踪：没有记录，首包被丢，记录不会留下' [ -z "$output" ]

note '情形二：放行了 80，服务只监听 127.0.0.1'
look 80
expect '客户端：立刻被拒绝' [ "$failure" -eq 7 ]
expect '抓包：SYN 到了网卡' [ "$arrived" -ge 1 ]
on server "iptables -vnxL INPUT | awk '/dports 22,80/ {print \$1}'"
expect '计数：放行规则涨了 1，防火墙没有责任' [ "$output" -eq 1 ]
on server "ss -Hltn 'sport = :80' | awk '{print \$4}'"
expect '监听：只有 127.0.0.1' [ "$output" = 127.0.0.1:80 ]

note '情形三：包根本没有到（上游丢了，这里用客户端的规则代替云安全组）'
setup client 'iptables -A OUTPUT -p tcp --dport 22 -j DROP'
look 22
expect '客户端：超时' [ "$failure" -eq 28 ]
expect '抓包：网卡上什么也没有' [ "$arrived" -eq 0 ]
