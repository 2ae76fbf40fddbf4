background server 'python3 -m http.server 8080'
background client 'python3 -m http.server 80'
wait_port server 8080
wait_port client 80
on server 'iptables-restore rules.v4'
on server "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
expect '本机服务互相访问：通' [ "$output" = 200 ]
on server "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.2/"
expect '主动访问别人：通' [ "$output" = 200 ]
note '删掉 lo 那条'
on server 'iptables -D INPUT -i lo -j ACCEPT'
on server "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
expect '本机连不上自己' [ "$status" -eq 28 ]
note '装回去，再删掉 RELATED,ESTABLISHED 那条'
on server 'iptables-restore rules.v4; iptables -D INPUT -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT'
on server "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.2/"
expect 'SYN 出得去，SYN+ACK 进不来' [ "$status" -eq 28 ]
