# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# 整套测试也许是在 nice 下面跑的
renice -n 0 -p "$BASHPID" >/dev/null 2>&1
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
start_nginx pinned.conf
# worker 起来以后才换核：两个都换好了
wait_for '[ "$(for worker in $(pgrep -P "$(cat nginx.pid)"); do cat /proc/$worker/status; done | grep -cE "^Cpus_allowed_list:.[01]$")" -eq 2 ]'
on local 'for pid in $(pgrep -P $(cat nginx.pid)); do awk "/Cpus_allowed_list/ { print \"核 \" \$2 }" /proc/$pid/status; done | sort'
expect '两个 worker 各绑一个核' [ "$output" = $'核 0\n核 1' ]
on local 'ps -o ni= -p $(cat nginx.pid) | xargs; ps -o ni= --ppid $(cat nginx.pid) | sort -u | xargs'
expect '主进程 0，worker 是 -10' [ "$output" = $'0\n-10' ]
stop_nginx
on local 'sed s/-10/-21/ pinned.conf >range.conf; nginx -t -p $PWD -e error.log -c $PWD/range.conf 2>&1 | tail -n1 | grep -o successful'
expect 'nginx -t 不检查范围，-21 也通过' [ "$output" = successful ]
on local 'sed "s/worker_processes 2/worker_processes auto/; /affinity/d; /priority/d" pinned.conf >auto.conf; taskset -c 0 nproc'
expect '只让用一个核' [ "$output" = 1 ]
ip netns exec local taskset -c 0 nginx -p "$PWD" -e error.log -c "$PWD/auto.conf"
wait_for '[ -s nginx.pid ] && [ "$(pgrep -cP "$(cat nginx.pid)")" -eq "$(getconf _NPROCESSORS_ONLN)" ]' 10
on local '[ "$(pgrep -cP $(cat nginx.pid))" -eq "$(getconf _NPROCESSORS_ONLN)" ] && echo worker 和机器的核一样多'
expect 'auto 数的是机器的核，不是能用的核' contains "$output" 一样多
stop_nginx
