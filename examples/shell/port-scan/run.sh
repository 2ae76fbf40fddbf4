renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
background server 'nc -lk 22'
background server 'nc -lk 80'
wait_port server 22
wait_port server 80
setup server 'iptables -A INPUT -p tcp --dport 81 -j DROP; iptables -A INPUT -p tcp --dport 82 -j REJECT; iptables -A INPUT -p tcp --dport 83 -j REJECT --reject-with icmp-host-prohibited'
on client 'bash port_scan.sh 10.9.0.1 20 90'
expect '两个开着，81 被丢弃，83 被拒绝成主机不可达，其余关着' [ "$output" = $'22 open\n80 open\n81 filtered\n83 unreachable' ]
on client 'nmap -n -Pn -p 20-90 10.9.0.1 -oG - | grep -o "[0-9]*/[a-z]*/tcp" | xargs'
expect 'nmap 看得出 82 也是防火墙拒绝的，不是没人听' [ "$output" = '22/open/tcp 80/open/tcp 81/filtered/tcp 82/filtered/tcp 83/filtered/tcp' ]
on client 'bash one_port.sh 2>&1'
expect '开着：两条都说通' contains "$output" $'0\nConnection to 10.9.0.1 22 port'
on client 'for port in 22 23 81 82 83; do timeout 2 bash -c ": >/dev/tcp/10.9.0.1/$port" 2>&1 | grep -o "Connection refused\|No route to host" | sort -u; echo "$port 退出码 ${PIPESTATUS[0]}"; done'
expect '退出码 1 有三种来由' contains "$output" $'No route to host\n83 退出码 1'
on client 'nc -zv -w2 10.9.0.1 23 2>&1'
expect '关着的立刻被拒绝' contains "$output" refused
on client 'dash -c ": >/dev/tcp/10.9.0.1/22" 2>&1'
expect '/dev/tcp 是 bash 的，dash 当成文件' contains "$output" 'nonexistent'
on client 'bash port_scan.sh 10.9.0.1 0 99999'
expect '端口范围不对：退出码 2' [ "$status" -eq 2 ]
on client 'bash port_scan.sh "10.9.0.1; id" 1 2'
expect '主机名里有别的字符：退出码 2' [ "$status" -eq 2 ]
on server 'ss -Hlnt | grep -o "0.0.0.0:[0-9][0-9]*" | sort -u'
expect '本机不用扫，直接看' [ "$output" = $'0.0.0.0:22\n0.0.0.0:80' ]
on client 'bash port_scan.sh no-such-host.example 20 90'
expect '主机名解析不了：说出来，退出码 2，不会当成一个端口也没开' [ "$status" -eq 2 ]
