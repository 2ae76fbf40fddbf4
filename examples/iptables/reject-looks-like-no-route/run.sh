setup server 'echo ok >index.html'
background server 'exec python3 -m http.server 8080'
wait_port server 8080
note 'RHEL 系默认规则的样子：放行 22，末尾一条拒绝'
apply server rules.sh
on client 'ping -q -c 1 -W 1 10.9.0.1 | grep received'
expect 'ping 通' contains "$output" ' 0% packet loss'
on client "bash -c '</dev/tcp/10.9.0.1/8080'"
expect '端口：No route to host' contains "$output" 'No route to host'
on client 'curl -sS http://10.9.0.1:8080/'
expect 'curl 的退出码是 7' [ "$status" -eq 7 ]
note '不是路由，也不是 ARP'
on client "ip route get 10.9.0.1 | head -n 1 | grep -o 'dev eth0'; ip neigh show 10.9.0.1 | grep -o lladdr"
expect '有路，也问得到 MAC' [ "$(xargs <<<"$output")" = 'dev eth0 lladdr' ]
background client 'exec tcpdump -ni eth0 -t --immediate-mode -l icmp'
capture=$pid
capture_log=$log
wait_for "grep -q 'listening on' $capture_log"
setup client "! bash -c '</dev/tcp/10.9.0.1/8080'"
wait_for "grep -q unreachable $capture_log"
grep -m 1 unreachable "$capture_log" | sed 's/, length.*//'
expect '回来的是“管理禁止”' grep -q 'ICMP host 10.9.0.1 unreachable - admin prohibited' "$capture_log"
stop "$capture"
on server 'iptables -S INPUT | grep -n prohibited'
expect '对面确实有这条规则' contains "$output" 'icmp-host-prohibited'
note '加静态路由没有用；把放行追加到末尾也没有用，它排在拒绝后面'
on client "ip route add 10.9.0.1/32 dev eth0; bash -c '</dev/tcp/10.9.0.1/8080'"
expect '照旧' contains "$output" 'No route to host'
setup client 'ip route del 10.9.0.1/32 dev eth0'
on server 'iptables -A INPUT -p tcp --dport 8080 -j ACCEPT'
on client "bash -c '</dev/tcp/10.9.0.1/8080'"
expect '照旧' contains "$output" 'No route to host'
note '插到拒绝的前面'
apply server open.sh
on client 'curl -sS http://10.9.0.1:8080/'
expect '通了' [ "$output" = ok ]
