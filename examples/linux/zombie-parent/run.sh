# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
start() {
    background local 'exec python3 parent.py'
    wait_for '[ "$(ps -eo state,comm | grep -c "^Z.*python3")" -eq 3 ]'
}
start
on local 'ps -eo state,comm | grep ^Z'
expect '三个僵尸' [ "$(wc -l <<<"$output")" -eq 3 ]
on local 'kill -9 $(ps -eo state,pid | awk "/^Z/ { print \$2 }"); ps -eo state | grep -c ^Z'
expect 'kill -9 没有用：它们已经结束了' [ "$output" = 3 ]
note '只读的检查：谁是父进程'
on local 'ps -eo state,ppid | awk "/^Z/ { print \$2 }" | sort -u | xargs ps -o args= -p'
expect '同一个父进程没有 wait' [ "$output" = 'python3 parent.py' ]
note '父进程收一次，就没有了'
on local 'kill -USR1 $(pgrep -xf "python3 parent.py")'
wait_for '! ps -eo state | grep -q ^Z'
on local 'ps -eo state | grep -c ^Z'
expect '没有僵尸了，父进程还在' [ "$output" = 0 ]
stop "$pid"
note '修不了父进程的，结束它：孤儿归 1 号，1 号会收'
start
on local 'kill $(pgrep -xf "python3 parent.py")'
wait_for '! ps -eo state,comm | grep -q "^Z.*python3"'
on local 'ps -eo state,comm | grep -c "^Z.*python3"'
expect '都没有了' [ "$output" = 0 ]
