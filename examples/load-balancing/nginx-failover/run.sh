# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
background local 'exec python3 broken.py drop 9003'
background local 'exec python3 broken.py fail 9004'
wait_port local 9003
wait_port local 9004
start_nginx failover.conf
codes='curl -s -o /dev/null -w "%{http_code}\n"'
on local "for i in 1 2 3 4; do $codes http://127.0.0.1:8080/; done | xargs"
expect '一台连不上：换另一台，用户看不见' [ "$output" = '200 200 200 200' ]
on local "for i in 1 2 3 4; do $codes http://127.0.0.1:8081/; done | xargs"
expect '收到请求才断开，GET：也换' [ "$output" = '200 200 200 200' ]
on local "for i in 1 2 3 4; do $codes -d x=1 http://127.0.0.1:8081/; done | sort | uniq -c | xargs"
expect '同样的事，POST：不换，502' [ "$output" = '2 200 2 502' ]
on local "for i in 1 2 3 4; do $codes -d x=1 http://127.0.0.1:8081/anyway/; done | xargs"
expect '写明 non_idempotent：换，可能执行两次' [ "$output" = '200 200 200 200' ]
on local "for i in 1 2 3 4; do $codes http://127.0.0.1:8082/; done | sort | uniq -c | xargs"
expect '后端返回 500：默认不算失败' [ "$output" = '2 200 2 500' ]
on local "for i in 1 2 3 4; do $codes http://127.0.0.1:8082/next/; done | xargs"
expect '写了 http_500：换' [ "$output" = '200 200 200 200' ]
on local 'head -c 1100000 /dev/zero >big; curl -s -o /dev/null -w "%{http_code}\n" --data-binary @big http://127.0.0.1:8080/'
expect '请求体超过 1 MB：413' [ "$output" = 413 ]
for directive in 'health_check' 'sticky cookie srv_id'; do
    on local "sed 's#max_fails=0; }#max_fails=0; $directive; }#' failover.conf >new.conf; nginx -t -p \$PWD -e error.log -c \$PWD/new.conf 2>&1 | grep -oE 'unknown directive.*|.*not allowed here' | head -n1 | cut -d' ' -f1-3"
    expect "1.22 没有 ${directive%% *}" contains "$output" 'unknown directive'
done
stop_nginx
