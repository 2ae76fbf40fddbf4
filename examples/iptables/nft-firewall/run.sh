# shellcheck disable=SC2016 # expanded on the host that runs it
for port in 22 80 8080; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
on server 'nft -c -f nftables.conf && nft -f nftables.conf'
expect '检查通过，装上' [ "$status" -eq 0 ]
code="curl -s -m 2 -o /dev/null -w '%{http_code}\n'"
on client "$code http://10.9.0.1/"
expect '80 通' [ "$output" = 200 ]
on client "$code http://10.9.0.1:8080/"
expect '8080 不在集合里：超时' [ "$status" -eq 28 ]
note '放行一个端口：改集合，不动规则'
on server 'nft add element inet firewall open_ports { 8080 }'
on client "$code http://10.9.0.1:8080/"
expect '8080 通了' [ "$output" = 200 ]
on client "$code --interface 10.9.0.6 http://10.9.0.1:22/"
expect '22 只给管理员的地址' [ "$status" -eq 28 ]
on client "$code --interface 10.9.0.11 http://10.9.0.1:22/"
expect '管理员的地址通' [ "$output" = 200 ]

note '每个来源最多两条连接'
background client 'nc 10.9.0.1 80'
background client 'nc 10.9.0.1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 2 ]'
on client "$code http://10.9.0.1/"
expect '第三条被重置' [ "$status" -eq 7 ]
on client "$code --interface 10.9.0.6 http://10.9.0.1/"
expect '别的来源不受影响' [ "$output" = 200 ]

note '封一个地址 5 秒，到时自己解封'
on server 'nft add element inet firewall blocked { 10.9.0.6 timeout 5s }'
on client "$code --interface 10.9.0.6 http://10.9.0.1/"
expect '封住了' [ "$status" -eq 28 ]
wait_for '! ip netns exec server nft list set inet firewall blocked | grep -q 10.9.0.6' 10
on client "$code --interface 10.9.0.6 http://10.9.0.1/"
expect '解封了' [ "$output" = 200 ]
quiet client 'ping -qn -i 0.1 -c 20 -W 1 10.9.0.1'
expect '20 个 ping 回 10 个上下' between "$(grep -o '[0-9]* received' <<<"$output" | cut -d' ' -f1)" 10 13
