background server 'python3 -m http.server 80'
wait_port server 80
apply router rules.sh
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect 'DNAT 生效：路由器的 80 转到服务器' [ "$output" = 200 ]
setup router 'iptables -t nat -Z'
apply router notrack.sh
on client 'curl -s http://10.9.0.1/'
expect '路由器自己没有听 80，回了 RST' [ "$status" -eq 7 ]
on router "iptables-save -c -t nat | grep -e '-A'"
expect 'DNAT 规则计数为 0：包没有进 nat 表' contains "$output" '[0:0] -A PREROUTING'
