# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
mkdir html
head -c 3000000 /dev/zero >html/big
cp slow.conf now.conf
start_nginx now.conf
waiting() { pgrep -fc 'worker process is shutting down'; }
export -f waiting
download() { # 到了第一段就算开始：现在的 worker 正在答它
    count=$((${count:-0} + 1))
    background local "exec curl -sN -o part$count http://127.0.0.1:8080/big"
    wait_for "[ -s part$count ]" 20
}
reload() {
    local before
    before=$(waiting)
    setup local 'nginx -p $PWD -e error.log -c $PWD/now.conf -s reload'
    wait_for "[ \"\$(waiting)\" -gt $before ]" 20
}
note '每次重载时都有一个人在下载'
for _ in 1 2 3; do
    download
    first=${first:-$pid}
    last=$pid
    reload
done
on local 'bash look.sh | grep -c "shutting down"'
expect '三个旧 worker 都在等' [ "$output" = 3 ]
note '写上 worker_shutdown_timeout 2s，再重载'
sed 's/worker_processes 1;/&\nworker_shutdown_timeout 2s;/' slow.conf >now.conf
download
fourth=$pid
reload
on local 'bash look.sh | grep -c "shutting down"'
expect '这次换下去的还是旧配置，也在等' [ "$output" = 4 ]
download
fifth=$pid
reload
wait "$fifth"
wait_for '[ "$(waiting)" = 4 ]' 20
expect '下一次换下去的，两秒以后断开；先前的四个还在' [ "$(waiting)" = 4 ]
note '要那四个走，只有等连接结束，或者断开它们'
for client in "$fourth" "$last" "$first"; do kill "$client"; done
wait_for '[ "$(waiting)" = 1 ]' 20
on local 'bash look.sh | grep -c "shutting down"'
expect '断开三个客户端，三个旧 worker 就退出了' [ "$output" = 1 ]
