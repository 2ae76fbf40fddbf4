background server 'python3 -m http.server 80'
wait_port server 80
apply server firewall.sh
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '跟踪着：通' [ "$output" = 200 ]
on server 'conntrack -L -p tcp 2>/dev/null | wc -l'
expect '有 1 条连接记录' [ "$output" -eq 1 ]

setup server 'conntrack -F'
setup server 'iptables -Z'
note '80 端口改成不跟踪'
apply server notrack.sh
on client 'curl -s -m 0.5 http://10.9.0.1/'
expect '不通：等到超时' [ "$status" -eq 28 ]
on server "iptables-save -c -t filter | grep -e '-A'"
expect 'SYN 的状态是 UNTRACKED' contains "$output" '[1:60] -A INPUT -m conntrack --ctstate UNTRACKED'
expect '不是 NEW' contains "$output" '[0:0] -A INPUT -p tcp -m tcp --dport 80 -m conntrack --ctstate NEW'

note '给不跟踪的包单独放行'
apply server accept.sh
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '通了' [ "$output" = 200 ]
on server 'conntrack -L -p tcp 2>/dev/null | wc -l'
expect '没有连接记录' [ "$output" -eq 0 ]
