# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
mkdir -m 755 logs
chmod 755 . && chmod 644 ./*.rotate
start_nginx logs.conf
opened() { # 主进程和 worker 手里打开的日志
    local main
    main=$(cat nginx.pid)
    for process in "$main" $(pgrep -P "$main"); do readlink "/proc/$process/fd/"*; done | grep access.log | sort -u
}
export -f opened
reopened() { wait_for '[ "$(opened)" = /run/example/logs/access.log ]' 10; }
count='wc -l logs/* | grep -v total | awk "{ print \$2, \$1 }"'
get() { setup local "curl -s http://127.0.0.1:8080/$1"; }
rotate() { on local "logrotate -s state $1; echo 退出码 \$?"; }
get one
rotate bad.rotate
expect 'logrotate 自己不报错' [ "$output" = '退出码 0' ]
get two
on local "$count"
expect '新的 access.log 是空的，请求还写进 .1' [ "$output" = $'logs/access.log 0\nlogs/access.log.1 2' ]
on local 'bash look.sh'
expect '打开着的是 access.log.1' [ "$output" = /run/example/logs/access.log.1 ]
note '让 nginx 重开日志，不断连接'
on local 'nginx -p $PWD -e error.log -c $PWD/logs.conf -s reopen'
reopened
get three
on local "$count"
expect '写进新的了' [ "$output" = $'logs/access.log 1\nlogs/access.log.1 2' ]
note '改好 postrotate，再切一次'
rotate good.rotate
reopened
get four
on local "$count"
expect '以后切割也对' [ "$output" = $'logs/access.log 1\nlogs/access.log.1 1\nlogs/access.log.2 2' ]
note '嫌日志大，直接删掉'
setup local 'rm logs/access.log'
get five
on local 'bash look.sh'
expect '日志没有了，文件还被打开着，空间没有还' contains "$output" '(deleted)'
on local 'nginx -p $PWD -e error.log -c $PWD/logs.conf -s reopen'
reopened
on local 'bash look.sh'
expect '重开以后空间还了' [ "$output" = /run/example/logs/access.log ]
stop_nginx
