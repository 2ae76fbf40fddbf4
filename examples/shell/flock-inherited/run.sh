# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'bash job.bash'
expect '第一次做完了，脚本已经结束' [ "$output" = 做完了 ]
on local 'bash job.bash'
expect '第二次拿不到锁' [ "$output" = 上一次还没有结束 ]
note '只读的检查：谁还开着锁文件'
on local 'find /proc/[0-9]*/fd -lname "$PWD/lock" 2>/dev/null | cut -d/ -f3 | xargs -r -n 1 ps -o comm= -p'
expect '是那个后台进程' [ "$output" = sleep ]
note '删锁文件不是办法：旧锁在旧的 inode 上，两个同时跑'
on local 'mv lock lock.old; flock -n lock echo 又进来一个; mv lock.old lock'
expect '锁住的是 inode，不是名字' [ "$output" = 又进来一个 ]
setup local 'pkill -xf "sleep 300"; rm lock'
note '改：起后台进程时关掉描述符'
on local 'bash fixed.bash; until pgrep -xf "sleep 300" >/dev/null; do :; done; pgrep -xfc "sleep 300"; bash fixed.bash'
expect '后台进程还在，锁已经放开' [ "$output" = $'做完了\n1\n做完了' ]
setup local 'pkill -xf "sleep 300"; rm lock'
note '或者 flock -o 文件 命令：执行命令之前就关掉描述符'
on local 'flock -n with bash -c "sleep 300 >/dev/null 2>&1 &"; flock -n with echo 进来了'
expect '没有 -o：拿不到' [ -z "$output" ]
on local 'flock -n -o without bash -c "sleep 300 >/dev/null 2>&1 &"; flock -n without echo 进来了; pkill -xf "sleep 300"'
expect '有 -o：拿得到' [ "$output" = 进来了 ]
