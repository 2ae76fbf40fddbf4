background server 'python3 -m http.server 80'
wait_port server 80
on server 'iptables -A INPUT -p tcp -m iprange --src-range 10.9.0.10-10.9.0.6 -j REJECT'
expect '命令成功（退出码 0）' [ "$status" -eq 0 ]
expect '但警告说它不会匹配' contains "$output" 'is reversed and will never match'
on client "curl -s --interface 10.9.0.6 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '本该被拒绝的 10.9.0.6 通过了' [ "$output" = 200 ]
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '规则命中 0 个包' [ "$output" = 0 ]
