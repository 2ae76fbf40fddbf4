rule='PREROUTING -d 10.9.0.1 -p tcp --dport 8080 -j DNAT --to-destination 10.9.1.2:80'
note '网关上一直有用到连接跟踪的规则'
on router 'iptables -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT'
background server 'bash send-slowly.sh'
wait_port server 80
on router "iptables -t nat -A $rule"
background client 'nc 10.9.0.1 8080 >received.txt'
wait_for 'grep -q 1 received.txt'
note '连接建好之后删掉规则'
on router "iptables -t nat -D $rule"
on client 'curl -s http://10.9.0.1:8080/'
expect '新连接到了网关自己，没有服务，被拒绝' [ "$status" -eq 7 ]
wait_for 'grep -q 6 received.txt' 10
on client 'paste -sd " " received.txt'
expect '旧连接收完了六行' [ "$output" = '1 2 3 4 5 6' ]

note '要旧连接也断，删掉它的 conntrack 记录'
setup server 'while ss -Htln "sport = :80" | grep -q .; do sleep 0.1; done'
background server 'bash send-slowly.sh'
wait_port server 80
on router "iptables -t nat -A $rule"
background client 'nc 10.9.0.1 8080 >second.txt'
wait_for 'grep -q 1 second.txt'
on router "iptables -t nat -D $rule"
quiet router 'bash cut.sh'
expect '删掉了记录' [ "$status" -eq 0 ]
setup client 'sleep 4'
on client 'grep -c 6 second.txt'
expect '第六行没有到' [ "$output" -eq 0 ]
