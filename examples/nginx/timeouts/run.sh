renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
start_nginx short.conf
on local "python3 idle.py 'GET / HTTP/1.1\r\nHost: a\r\n\r\n'"
expect 'keepalive_timeout：空闲 2 秒后关闭' contains "$output" '约 2 秒'
on local "python3 idle.py 'GET / HTTP/1.1\r\nHo'"
expect 'client_header_timeout：头没发完，2 秒后关闭' contains "$output" '约 2 秒'
on local 'curl -s -o /dev/null -w "%{http_code}\n" http://127.0.0.1:8080/slow'
expect 'proxy_read_timeout：后端 2 秒才答，1 秒就 504' [ "$output" = 504 ]
on local 'curl -s -o /dev/null -w "%{http_code}\n" http://127.0.0.1:8080/gone; grep -o "connect() failed (111: Connection refused)" error.log | head -n1'
expect '后端没人听：502' contains "$output" 502
on local 'curl -s -o /dev/null -w "%{http_code}\n" http://127.0.0.1:8080/drop; grep -o "upstream prematurely closed connection" error.log | head -n1'
expect '后端不答就断开：502' contains "$output" 'prematurely closed'
stop_nginx
