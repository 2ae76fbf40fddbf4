setup server 'nft add table inet firewall'
setup server 'sed -i "s/sleep 60/sleep 4/" load.sh'
background server 'python3 -m http.server 80'
wait_port server 80
code="curl -s -m 1 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
on client "$code"
expect '装之前：通' [ "$output" = 200 ]
note '这里等 4 秒，代替 60 秒'
apply server load.sh
on client "$code"
expect '新规则写错了端口：不通' [ "$status" -eq 28 ]
note '连不上就什么也不做，等它退回'
wait_for '! ip netns exec server nft list ruleset | grep -q 8080' 15
on client "$code"
expect '退回了：通' [ "$output" = 200 ]
note '改好端口再装，连得上，就取消退回'
setup server 'rm timer.pid; sed -i "s/8080/80/" new.nft; bash -e load.sh'
on client "$code"
expect '新规则放行 80：通' [ "$output" = 200 ]
wait_for '[ -s timer.pid ]'
# shellcheck disable=SC2016 # the host expands it
on server 'kill "$(cat timer.pid)"'
expect '取消了' [ "$status" -eq 0 ]
setup server 'sleep 5'
on server 'nft list ruleset | grep -c "dport 80 "'
expect '新规则还在，没有退回' [ "$output" -eq 1 ]
