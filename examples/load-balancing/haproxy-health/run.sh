# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
background local 'exec python3 sick.py s2 9002'
background local 'exec python3 sick.py s3 9003'
wait_port local 9002
wait_port local 9003
background local 'exec haproxy -db -f haproxy.cfg'
haproxy_log=$log
wait_port local 8080
on local 'for host in a.example app.example other.example; do echo "$host $(curl -s -o /dev/null -w "%{http_code}" -H "Host: $host" http://127.0.0.1:8080/)"; done'
expect '认得的两个主机名通，其余 421' contains "$output" 'other.example 421'
get='curl -s -H "Host: app.example"'
on local "$get -D - http://127.0.0.1:8080/ | grep -oi 'SRV=s[23]' | sed 's/s[23]/某一台/'; for i in 1 2 3; do $get -b SRV=s2 http://127.0.0.1:8080/; done | sort -u"
expect '种一个 cookie，带着它的总去同一台' contains "$output" s2
touch sick.s2
wait_for "grep -q 'Server app/s2 is DOWN' $haproxy_log" 20
note 's2 的端口还开着，/health 返回 500'
on local "grep -o 'Server app/s2 is DOWN, reason: [^,]*, code: [0-9]*' $haproxy_log"
expect '按 URL 的结果摘除' contains "$output" 'Layer7 wrong status, code: 500'
on local "for i in 1 2 3; do $get -b SRV=s2 http://127.0.0.1:8080/; done | sort -u"
expect '带着旧 cookie 的也改去 s3' [ "$output" = s3 ]
rm sick.s2
wait_for "grep -q 'Server app/s2 is UP' $haproxy_log" 20
on local "for i in 1 2 3 4; do $get http://127.0.0.1:8080/; done | sort | uniq -c | xargs"
expect '好了又回来' [ "$output" = '2 s2 2 s3' ]
