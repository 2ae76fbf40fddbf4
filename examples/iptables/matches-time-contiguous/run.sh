# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# The rule and the request must fall on the same day: near midnight, wait until the next day has begun.
setup server 'while [ $((86400 - $(date +%s) % 86400)) -lt 20 ]; do sleep 1; done'
background server 'python3 -m http.server 80'
wait_port server 80
note '时段从昨天 23:59:59 到今天 23:59:58，星期写昨天'
on server 'iptables -A INPUT -p tcp -m time --weekdays $(date -u -d yesterday +%a) --timestart 23:59:59 --timestop 23:59:58 -j REJECT --reject-with tcp-reset'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '默认：今天的星期不符，不匹配' [ "$output" = 200 ]
on server 'iptables -R INPUT 1 -p tcp -m time --weekdays $(date -u -d yesterday +%a) --timestart 23:59:59 --timestop 23:59:58 --contiguous -j REJECT --reject-with tcp-reset'
on client 'curl -s http://10.9.0.1/'
expect '--contiguous：算昨天开始的那一段，匹配' [ "$status" -eq 7 ]
