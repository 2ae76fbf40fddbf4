# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'bash -c "(exit 3) & wait \$!; echo \$?"'
expect 'wait PID 拿到退出码' [ "$output" = 3 ]
on local 'bash -c "(exit 3) & (exit 0) & wait; echo \$?"'
expect '不带 PID 的 wait 总是 0：失败看不见' [ "$output" = 0 ]
note '同一件事，两种限流：八个任务，同时最多四个'
on local 'bash limit.sh wait'
expect 'wait -n：没有超过四个' [ "$output" = 4 ]
on local 'bash limit.sh xargs'
expect 'xargs -P：没有超过四个' [ "$output" = 4 ]
note '不限流，进程数上限 50'
# 上限数的是这个 UID 在整台机器上的进程：两代系统同时执行时各用一个。
uid=$((61000 + $(. /etc/os-release && echo "$VERSION_ID")))
on local "setpriv --reuid=$uid --regid=$uid --clear-groups bash -c 'ulimit -u 50; for i in {1..100}; do sleep 3 & done; wait' 2>&1 | grep -o 'Resource temporarily unavailable' | head -n1"
expect '撞上限：fork 失败' [ "$output" = 'Resource temporarily unavailable' ]
note '一百个任务，每次四个，同样的上限'
on local "setpriv --reuid=$uid --regid=$uid --clear-groups bash -c 'ulimit -u 50; seq 100 | xargs -P 4 -I{} true; echo \$?' 2>&1"
expect '没有失败' [ "$output" = 0 ]
note '脚本被打断时，后台任务跟着停'
on local "bash -c 'sleep 300 & job=\$!; trap \"kill \\\$job\" EXIT; echo 收到; exit' >out; while pgrep -f '^sleep 300' >/dev/null; do sleep 0.1; done; pgrep -c -f '^sleep 300'"
expect '没有留下的 sleep' [ "$output" = 0 ]
