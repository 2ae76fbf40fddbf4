# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
setup local 'ip link set lo up'
background local 'exec python3 silent.py'
wait_port local 9001
background local 'exec haproxy -W -db -f haproxy.cfg -p haproxy.pid'
main=$pid
wait_port local 8080
background local 'exec python3 held.py'
held_log=$log
held=$pid
wait_for '[ "$(ip netns exec local ss -Htn state established "sport = 9001" | wc -l)" -eq 1 ]' 10
on local 'pgrep -cP $(cat haproxy.pid)'
touch reloaded
on local 'kill -USR2 $(cat haproxy.pid); until [ "$(pgrep -cP $(cat haproxy.pid))" = 2 ]; do sleep 0.1; done; pgrep -cP $(cat haproxy.pid)'
expect '重载以后：新旧两个工作进程都在' [ "$output" = 2 ]
wait "$held"
show "$held_log"
expect 'hard-stop-after 3s：到时候连接被断开' contains "$(show "$held_log")" 三秒左右
wait_for "[ \"\$(pgrep -cP $main)\" = 1 ]" 10
on local 'pgrep -cP $(cat haproxy.pid)'
expect '旧进程退出' [ "$output" = 1 ]
stop "$main"
