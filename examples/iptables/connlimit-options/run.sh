# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
background server 'python3 -m http.server 80'
wait_port server 80
apply server upto.sh
background client 'nc -s 10.9.0.2 10.9.0.1 80'
background client 'nc -s 10.9.0.2 10.9.0.1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 2 ]'
on client 'curl -s --interface 10.9.0.2 http://10.9.0.1/'
expect '--connlimit-upto 2：第三条落到下一条规则' [ "$status" -eq 7 ]
on client "curl -s --interface 10.9.0.6 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '别的来源放行' [ "$output" = 200 ]
on server 'iptables -R INPUT 1 -p tcp --syn --dport 80 -m connlimit --connlimit-upto 2 --connlimit-mask 24 -j ACCEPT'
background client 'nc -s 10.9.0.2 10.9.0.1 80'
background client 'nc -s 10.9.0.11 10.9.0.1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 4 ]'
on client 'curl -s --interface 10.9.0.6 http://10.9.0.1/'
expect '--connlimit-mask 24：整个网段合用 2 条，没连过的地址也被拒绝' [ "$status" -eq 7 ]
on server 'iptables -R INPUT 1 -p tcp --syn --dport 80 -m connlimit --connlimit-upto 2 --connlimit-daddr -j ACCEPT'
background client 'nc -s 10.9.0.2 10.9.0.1 80'
background client 'nc -s 10.9.0.11 10.9.0.1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 6 ]'
on client 'curl -s --interface 10.9.0.6 http://10.9.0.1/'
expect '--connlimit-daddr：到这个目的地址的连接合用 2 条' [ "$status" -eq 7 ]
