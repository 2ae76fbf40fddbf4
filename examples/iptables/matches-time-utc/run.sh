# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
background server 'python3 -m http.server 80'
wait_port server 80
note '时段从 2 分钟前到 3 分钟后，用 UTC 写'
on server 'iptables -A INPUT -p tcp -m time --timestart $(date -u -d "-2 min" +%H:%M) --timestop $(date -u -d "+3 min" +%H:%M) -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/'
expect '现在在时段内：拒绝' [ "$status" -eq 7 ]
note '同一个时段用北京时间写，差 8 小时'
on server 'iptables -R INPUT 1 -p tcp -m time --timestart $(TZ=Asia/Shanghai date -d "-2 min" +%H:%M) --timestop $(TZ=Asia/Shanghai date -d "+3 min" +%H:%M) -j REJECT --reject-with tcp-reset'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '按北京时间写：不生效' [ "$output" = 200 ]
note '1 小时后开始的时段'
on server 'iptables -R INPUT 1 -p tcp -m time --timestart $(date -u -d "+1 hour" +%H:%M) --timestop $(date -u -d "+2 hour" +%H:%M) -j REJECT --reject-with tcp-reset'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '现在在时段外：放行' [ "$output" = 200 ]
