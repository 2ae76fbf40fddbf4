# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local "unshare --fork --pid --mount-proc sh -c 'sleep 4321 & sleep 1; ps -o pid,args; exit 0'; sleep 0.2; pgrep -fc '^sleep 4321' || echo 没有了"
expect '1 号的 sh 退出，后台的 sleep 也没了' contains "$output" '没有了'
note '在命名空间里面杀 1 号：没有装处理函数的信号一律无效'
on local "unshare --fork --pid --mount-proc sh -c 'kill -TERM 1; kill -KILL 1; echo 还活着'"
expect 'KILL 也杀不掉自己的 1 号' [ "$output" = 还活着 ]
note '从外面杀'
setup local 'unshare --fork --pid --mount-proc sleep 300 >/dev/null 2>&1 & for i in $(seq 100); do pgrep -f "^sleep 300" >/dev/null && break; sleep 0.05; done'
on local 'grep NSpid "/proc/$(pgrep -f "^sleep 300")/status" | sed -E "s/[0-9]+/N/"'
expect '同一个进程，里面是 1 号，外面是另一个号' [ "$(tr -s '\t' ' ' <<<"$output" | awk '{ print $NF }')" = 1 ]
on local 'pkill -TERM -f "^sleep 300"; sleep 0.3; pgrep -fc "^sleep 300"'
expect 'TERM：sleep 没有处理函数，忽略' [ "$output" = 1 ]
on local 'pkill -KILL -f "^sleep 300"; for i in $(seq 100); do pgrep -f "^sleep 300" >/dev/null || break; sleep 0.05; done; pgrep -fc "^sleep 300" || echo 没有了'
expect '外面的 KILL 一定有效' contains "$output" '没有了'
