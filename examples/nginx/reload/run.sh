# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
start_nginx keep.conf
background local 'exec python3 idle.py'
idle_log=$log
idle=$pid
wait_for '[ -e idle ]' 10
background local 'curl -s -o /dev/null -w "%{http_code}\n" http://127.0.0.1:8080/slow'
slow_log=$log
slow=$pid
# 慢请求到了后端；空闲的那条早就问完了
wait_for '[ "$(ip netns exec local ss -Htn state established "dport = 9001" | wc -l)" -eq 1 ]'
touch reloaded
main=$(cat nginx.pid)
on local 'nginx -p $PWD -e error.log -c $PWD/keep.conf -s reload'
wait "$slow" "$idle"
note '做到一半的慢请求'
show "$slow_log"
expect '进行中的请求做完，200' [ "$(show "$slow_log")" = 200 ]
note '空闲的长连接'
show "$idle_log"
expect '空闲的长连接立刻被关：keepalive_timeout 300s 不算数' contains "$(show "$idle_log")" 一秒之内
expect '主进程没有换' [ "$(cat nginx.pid)" = "$main" ]
stop_nginx
