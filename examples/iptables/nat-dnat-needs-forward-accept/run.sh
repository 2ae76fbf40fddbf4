background server 'python3 -m http.server 80'
wait_port server 80
fetch="curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
apply router rules.sh
on client "$fetch"
expect '只有 DNAT：超时' [ "$status" -eq 28 ]
note '照改写之前的地址放行：规则的计数是 0，没有用'
on router 'iptables -A FORWARD -p tcp -d 10.9.0.1 --dport 8080 -j ACCEPT'
on client "$fetch"
expect '仍然超时' [ "$status" -eq 28 ]
on router "iptables -vnxL FORWARD | awk '/dpt:8080/ {print \$1}'"
expect '这条规则一个包也没有匹配到' [ "$output" -eq 0 ]
note '照改写之后的地址放行'
on router 'iptables -A FORWARD -p tcp -d 10.9.1.2 --dport 80 -m conntrack --ctstate NEW -j ACCEPT'
on client "$fetch"
expect '通了' [ "$output" = 200 ]
note '也可以不写地址：凡是做过 DNAT 的连接都放行'
on router 'iptables -R FORWARD 3 -m conntrack --ctstate DNAT -j ACCEPT'
on client "$fetch"
expect '也通了' [ "$output" = 200 ]
