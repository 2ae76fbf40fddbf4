# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# "Today" must not change between the rule and the request: near midnight, wait until the next day has begun.
setup server 'while [ $((86400 - $(date +%s) % 86400)) -lt 20 ]; do sleep 1; done'
background server 'python3 -m http.server 80'
wait_port server 80
on server 'iptables -A INPUT -p tcp -m time --weekdays $(date -u +%a) -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/'
expect '今天是这个星期几：拒绝' [ "$status" -eq 7 ]
on server 'iptables -R INPUT 1 -p tcp -m time ! --weekdays $(date -u +%a) -j REJECT --reject-with tcp-reset'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '取反：放行' [ "$output" = 200 ]
on server 'iptables -R INPUT 1 -p tcp -m time --monthdays $(date -u +%-d) -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/'
expect '今天是这个月的这一号：拒绝' [ "$status" -eq 7 ]
on server 'iptables -R INPUT 1 -p tcp -m time --months 1 -j REJECT'
expect '没有 --months' contains "$output" 'unknown option "--months"'
note '只在本月生效，要写成日期范围'
on server 'iptables -R INPUT 1 -p tcp -m time --datestart $(date -u +%Y-%m-01) --datestop $(date -u -d "$(date -u +%Y-%m-01) +1 month -1 sec" +%Y-%m-%dT%H:%M:%S) -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/'
expect '本月之内：拒绝' [ "$status" -eq 7 ]
on server 'iptables -R INPUT 1 -p tcp -m time --datestop $(date -u -d yesterday +%Y-%m-%d) -j REJECT --reject-with tcp-reset'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '截止日期已过：放行' [ "$output" = 200 ]
on server 'iptables -R INPUT 1 -m time --timestart 01:00 --timestop 10:00 -j REJECT'
on server 'iptables -S INPUT'
expect '不写日期也有上限：2038-01-19' contains "$output" '--datestop 2038-01-19T03:14:07'
on server 'iptables -A INPUT -m time --timestart 18:00 --timestop 24:00 -j REJECT'
expect '一天到 23:59:59 为止，24:00 不接受' [ "$status" -eq 2 ]
