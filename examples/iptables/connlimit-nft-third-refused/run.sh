# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
background server 'python3 -m http.server 80'
wait_port server 80
on server 'nft -f rules.nft'
background client 'nc 10.9.0.1 80'
background client 'nc 10.9.0.1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 2 ]'
on client 'curl -s http://10.9.0.1/'
expect '第三条被拒绝' [ "$status" -eq 7 ]
on client "curl -s --interface 10.9.0.6 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '换一个来源就能连' [ "$output" = 200 ]
stop "$pid"
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 1 ]'
# 名额按连接跟踪数：两边都说完再见才算断开。
wait_for 'ip netns exec server conntrack -L -p tcp 2>/dev/null | grep -q "TIME_WAIT src=10.9.0.2 "'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '断开一条以后又能连' [ "$output" = 200 ]
