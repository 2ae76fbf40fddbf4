background server 'python3 -m http.server 8080'
wait_port server 8080
on server 'iptables -t nat -A PREROUTING -p tcp --dport 80 -j REDIRECT --to-ports 8080'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '外面访问 80，到了 8080' [ "$output" = 200 ]
on server 'curl -s http://127.0.0.1/'
expect '本机发出的包不过 PREROUTING，被拒绝' [ "$status" -eq 7 ]
on server 'iptables -t nat -A OUTPUT -o lo -p tcp --dport 80 -j REDIRECT --to-ports 8080'
on server "curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1/"
expect '本机访问也到了 8080' [ "$output" = 200 ]
note 'INPUT 链在改写之后：要放行的端口是 8080'
on server 'iptables -A INPUT -p tcp --dport 80 -j ACCEPT; iptables -A INPUT -p tcp -j DROP'
on client "curl -s -m 1 http://10.9.0.1/"
expect '放行 80 没有用' [ "$status" -eq 28 ]
on server 'iptables -R INPUT 1 -p tcp --dport 8080 -j ACCEPT'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '放行 8080 才通' [ "$output" = 200 ]
