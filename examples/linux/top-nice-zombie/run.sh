# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 整套测试也许是在 nice 下面跑的。
renice -n 0 -p "$BASHPID" >/dev/null 2>&1
user='setpriv --reuid=61234 --regid=61234 --clear-groups'
on local "nice -n 5 sh -c 'ps -o pri=,ni= -p \$\$ | xargs'"
expect 'NI 是 5' contains "$output" ' 5'
on local 'nice -n 5 top -b -n1 -p $$ >/dev/null; nice -n 5 sh -c "top -b -n1 -p \$\$ | tail -n1 | xargs | cut -d\" \" -f3-4"'
expect 'top 的 PR 是 20 加 NI' [ "$output" = '25 5' ]
on local "$user sh -c 'renice -n 5 -p \$\$ >/dev/null; renice -n 0 -p \$\$' 2>&1 | sed 's/[0-9]* (process ID)/… (process ID)/'"
expect '普通用户改大了就改不回去' contains "$output" 'Permission denied'
on local "$user nice -n -5 nice 2>&1"
expect '调成负数：警告，退出码却是 0' contains "$output" 'cannot set niceness'
expect '实际没有变' contains "$output" $'\n0'
background local 'python3 parent.py'
parent=$pid
wait_for "grep -q . $log" 10
zombie=$(cat "$log")
# The child tells its number before it has ended.
wait_for "ps -o state= -p $zombie | grep -q Z" 10
on local "ps -o state= -p $zombie; kill -9 $zombie; ps -o state= -p $zombie"
expect 'kill -9 之后还是 Z' [ "$(xargs <<<"$output")" = 'Z Z' ]
stop "$parent"
on local "ps -o state= -p $zombie | wc -l"
expect '父进程没了，它被收走' [ "$output" -eq 0 ]
