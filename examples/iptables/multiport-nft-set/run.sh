for port in 22 8050 9000; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
on server 'nft -f rules.nft'
expect '18 个元素一次装上' [ "$status" -eq 0 ]
for port in 22 8050; do
    on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:$port/"
    expect "端口 $port 放行" [ "$output" = 200 ]
done
on client 'curl -s http://10.9.0.1:9000/'
expect '端口 9000 被重置' [ "$status" -eq 7 ]
on server 'nft add element ip guard web_ports { 9000 }'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:9000/"
expect '加进集合以后，不动规则就放行' [ "$output" = 200 ]
