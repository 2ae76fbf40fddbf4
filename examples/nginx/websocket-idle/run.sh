# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
background local 'exec python3 ws.py'
wait_port local 9001
start_nginx ws.conf
note '握手以后两边都不说话'
on local 'python3 client.py /quiet 20'
expect '到了 proxy_read_timeout 就断' contains "$output" 两秒到了才断开
wait_for '[ -s access.log ]' 5
on local 'awk "{ print \$1, \$2, (\$3 >= 2 ? \"两秒以上\" : \"不到两秒\") }" access.log; grep -o "upstream timed out (110: Connection timed out) while proxying upgraded connection" error.log'
expect 'access.log 是 101 加那个秒数，error.log 里有这一句' contains "$output" 'proxying upgraded connection'
note '流传的办法：加大 keepalive_timeout、send_timeout、proxy_connect_timeout'
on local 'python3 client.py /folklore/quiet 20'
expect '没有用' contains "$output" 两秒到了才断开
note '同时试三种：后端每 0.3 秒发一个 ping；客户端发，后端不理；放长 proxy_read_timeout'
on local 'python3 client.py /ping 4 >a & python3 client.py /quiet 4 talk >b & python3 client.py /long/quiet 4 >c & wait; cat a b c | grep -v 101'
expect '三种都不断：哪一边有数据都重新计时' [ "$(grep -c 还连着 <<<"$output")" = 3 ]
stop_nginx
