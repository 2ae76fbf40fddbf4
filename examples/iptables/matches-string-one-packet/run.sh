background server "python3 say.py 80 'hello google world'"
background server "python3 say.py 81 'hello goo' 'gle world'"
wait_port server 80
wait_port server 81
apply server rules.sh
on client 'timeout 1 nc 10.9.0.1 80'
expect '一段发完：收不到' [ -z "$output" ]
quiet server "iptables -vnxL OUTPUT | awk 'NR > 2 { print \$1 }'"
expect '规则命中过包' [ "$output" -gt 0 ]
setup server 'iptables -Z OUTPUT'
on client 'nc 10.9.0.1 81'
expect '拆成 goo 和 gle：完整收到' [ "$output" = 'hello google world' ]
