renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
background server 'exec stdbuf -oL bash capture.sh'
capture=$pid
capture_log=$log
wait_for "grep -q listening $log"
note '没有程序监听 8000'
on client 'python3 connect.py 10.9.0.1 8000 2'
expect '立刻得到 ECONNREFUSED' [ "$output" = 'ECONNREFUSED after 0 s' ]
wait_for "grep -q 'Flags \[R.\]' $capture_log"
expect '回来的是 RST' grep -q '10.9.0.1.8000 > 10.9.0.2.* Flags \[R\.\]' "$capture_log"
note '有程序监听，但防火墙丢弃'
background server 'python3 -m http.server 8000'
wait_port server 8000
on server 'ss -Htln'
expect '还没有任何 SYN，端口已经是 LISTEN' contains "$output" LISTEN
on server 'iptables -A INPUT -p tcp --dport 8000 -j DROP'
background client 'python3 connect.py 10.9.0.1 8000 2'
attempt=$pid
wait_for 'ip netns exec client ss -Htan state syn-sent | grep -q .'
on client 'ss -Htan'
expect '客户端停在 SYN-SENT' contains "$output" SYN-SENT
on server 'ss -Htan'
expect '服务端只有监听，没有这条连接' lacks "$output" 10.9.0.2
wait "$attempt"
show "$log"
expect '等到程序自己的超时，没有任何回答' [ "$(cat "$log")" = 'no answer after 2 s' ]
note '放行'
on server 'iptables -D INPUT -p tcp --dport 8000 -j DROP'
on client 'python3 connect.py 10.9.0.1 8000 2'
expect '立刻连上' [ "$output" = 'connected after 0 s' ]
note '防火墙拒绝：回哪种 ICMP，程序就得到哪种错'
on server 'iptables -A INPUT -p tcp --dport 8000 -j REJECT'
on client 'python3 connect.py 10.9.0.1 8000 2'
expect '默认回端口不可达：程序看来和没有监听一样' [ "$output" = 'ECONNREFUSED after 0 s' ]
on server 'iptables -R INPUT 1 -p tcp --dport 8000 -j REJECT --reject-with icmp-admin-prohibited'
on client 'python3 connect.py 10.9.0.1 8000 2'
expect '回管理禁止：立刻 No route to host' [ "$output" = 'EHOSTUNREACH after 0 s' ]
note '本机没有到目标的路由'
on client 'python3 connect.py 192.0.2.1 80 2'
expect '立刻 Network is unreachable' [ "$output" = 'ENETUNREACH after 0 s' ]
stop "$capture"
