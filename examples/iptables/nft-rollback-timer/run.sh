setup server 'nft add table inet firewall'
background server 'python3 -m http.server 80'
wait_port server 80
code="curl -s -m 1 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
on client "$code"
expect '装之前：通' [ "$output" = 200 ]
apply server load.sh
on client "$code"
expect '新规则写错了端口：不通' [ "$status" -eq 28 ]
note '连不上就什么也不做，等它退回'
wait_for '! ip netns exec server nft list ruleset | grep -q 8080' 10
on client "$code"
expect '退回了：通' [ "$output" = 200 ]
