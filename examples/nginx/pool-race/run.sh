# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
background local 'exec python3 once.py'
wait_port local 9001
start_nginx pool.conf
codes='curl -s -o /dev/null -w "%{http_code}\n"'
on local "for i in 1 2 3 4; do $codes http://127.0.0.1:8080/; done | xargs"
expect 'GET：换一条新连接再试，客户端看不见' [ "$output" = '200 200 200 200' ]
on local "for i in 1 2 3 4; do $codes -d x=1 http://127.0.0.1:8080/; done | xargs"
expect 'POST：用到池里那条就是 502，下一个用新连接' [ "$(xargs -n1 <<<"$output" | sort | uniq -c | xargs)" = '2 200 2 502' ]
on local "grep -o 'upstream prematurely closed connection while reading response header' error.log | sort -u"
expect '日志里是 prematurely closed' contains "$output" prematurely
stop_nginx
