setup server 'echo private >page'
background server 'python3 -m http.server --bind 127.0.0.1 8080'
wait_port server 8080
get() { on client "curl -s -m 3 http://$1/page"; }
apply server dnat.sh
get 10.9.0.1
expect '超时（28）' [ "$status" -eq 28 ]
on server "iptables-save -c -t nat | grep -- '-j DNAT'"
expect '规则命中了' [ "$(grep -o '^\[[1-9]' <<<"$output")" ]
note '打开 route_localnet'
setup server 'sysctl -w net.ipv4.conf.eth0.route_localnet=1'
get 10.9.0.1
expect '通了' [ "$output" = private ]
note '同一网段的机器，去掉自己的 127.0.0.1，把它指给服务器，直接就能访问只监听本机的服务'
setup client 'sysctl -w net.ipv4.conf.eth0.route_localnet=1; ip addr del 127.0.0.1/8 dev lo; ip route add 127.0.0.1 via 10.9.0.1 src 10.9.0.2'
on client 'ip route get 127.0.0.1'
get 127.0.0.1:8080
expect '拿到了' [ "$output" = private ]
apply server localnet.sh
get 127.0.0.1:8080
expect '直接访问的被丢' [ "$status" -eq 28 ]
get 10.9.0.1
expect '映射照样通：raw 在改写之前' [ "$output" = private ]
