background server 'nc -lk 22'
background server 'nc -lk 80'
wait_port server 22
wait_port server 80
setup server 'iptables -A INPUT -p tcp --dport 81 -j DROP'
on client 'bash port_scan.sh 10.9.0.1 20 90'
expect '两个开着，一个被防火墙丢弃，其余关着' [ "$output" = $'22 open\n80 open\n81 filtered' ]
on client 'nmap -n -Pn -p 20-90 10.9.0.1 -oG - | grep -o "[0-9]*/[a-z]*/tcp" | xargs'
expect 'nmap 的结果相同' [ "$output" = '22/open/tcp 80/open/tcp 81/filtered/tcp' ]
on client 'nc -zv -w1 10.9.0.1 22 2>&1; nc -zv -w1 10.9.0.1 23 2>&1'
expect '关着的立刻被拒绝' contains "$output" refused
on client 'dash -c ": >/dev/tcp/10.9.0.1/22" 2>&1'
expect '/dev/tcp 是 bash 的，dash 当成文件' contains "$output" 'nonexistent'
on client 'bash port_scan.sh 10.9.0.1 0 99999'
expect '端口范围不对：退出码 2' [ "$status" -eq 2 ]
on client 'bash port_scan.sh "10.9.0.1; id" 1 2'
expect '主机名里有别的字符：退出码 2' [ "$status" -eq 2 ]
on server 'ss -Hlnt | grep -o "0.0.0.0:[0-9][0-9]*" | sort -u'
expect '本机不用扫，直接看' [ "$output" = $'0.0.0.0:22\n0.0.0.0:80' ]
