# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
for port in 80 8080; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
on server 'iptables-legacy -A INPUT -p tcp -m multiport ! --dports 22,80 -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1:8080/'
expect 'multiport：8080 不在 22、80 之内，重置' [ "$status" -eq 7 ]
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '80 放行' [ "$output" = 200 ]
on server 'iptables-legacy -R INPUT 1 -p tcp -m iprange --src-range 10.9.0.6-10.9.0.10 -j REJECT'
on client 'curl -s --interface 10.9.0.6 http://10.9.0.1/'
expect 'iprange：段内被拒绝' [ "$status" -eq 7 ]
on client "curl -s --interface 10.9.0.2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '段外放行' [ "$output" = 200 ]
on server 'iptables-legacy -R INPUT 1 -p tcp -m mac --mac-source 02:00:00:00:00:02 -j REJECT'
on client 'curl -s http://10.9.0.1/'
expect 'mac：相符就拒绝' [ "$status" -eq 7 ]
on server 'iptables-legacy -R INPUT 1 -p tcp -m time --timestart $(date -u -d "-2 min" +%H:%M) --timestop $(date -u -d "+3 min" +%H:%M) -j REJECT'
on client 'curl -s http://10.9.0.1/'
expect 'time：时段内拒绝' [ "$status" -eq 7 ]
on server 'iptables-legacy -R INPUT 1 -p tcp -m string --algo bm --string "GET /secret" -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/secret'
expect 'string：请求含关键字，重置' [ "$status" -eq 56 ]
on server 'iptables-legacy -R INPUT 1 -p tcp --syn --dport 8080 -m connlimit --connlimit-above 2 -j REJECT --reject-with tcp-reset'
background client 'nc 10.9.0.1 8080'
background client 'nc 10.9.0.1 8080'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :8080 )" | wc -l)" -eq 2 ]'
on client 'curl -s http://10.9.0.1:8080/'
expect 'connlimit：第三条被拒绝' [ "$status" -eq 7 ]
