# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
start_nginx stream.conf
on local 'curl -s http://127.0.0.1:9101/ | cut -d" " -f1'
expect 'stream：任意 TCP 都能转' [ "$output" = s1 ]
on local 'rm -f s1.log; for i in 1 2; do curl -s -D - -o /dev/null http://127.0.0.1:8080/page | grep -i x-cache | tr -d "\r"; done; wc -l <s1.log'
expect '第一次 MISS，第二次 HIT，后端只收到一次' [ "$output" = $'X-Cache-Status: MISS\nX-Cache-Status: HIT\n1' ]
on local 'curl -s -o /dev/null -w "%{http_code}\n" "http://127.0.0.1:8080/limited?[1-5]" | xargs'
expect '每秒一个，攒两个：后面的 503' [ "$output" = '200 200 200 503 503' ]
stop_nginx
