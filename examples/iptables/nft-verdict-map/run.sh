for port in 80 443; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
setup client 'ip route replace default via 10.9.0.1'
on router 'nft -f rules.nft'
code="curl -s -m 1 -o /dev/null -w '%{http_code}\n'"
on client "$code http://10.9.0.1:8080/"
expect '8080 → 10.9.1.2:80，走 web 链，放行' [ "$output" = 200 ]
on client "$code http://10.9.0.1:8443/"
expect '8443 → 10.9.1.2:443，表里是 drop' [ "$status" -eq 28 ]
setup client 'ip addr add 10.9.0.6/24 dev eth0'
on client "$code --interface 10.9.0.6 http://10.9.0.1:8080/"
expect 'web 链里丢掉 10.9.0.6' [ "$status" -eq 28 ]
note '再开一个端口：往映射里加一行，规则不变'
on router 'nft add element ip gateway backends { 9090 : 10.9.1.2 . 80 }'
on client "$code http://10.9.0.1:9090/"
expect '9090 通' [ "$output" = 200 ]
