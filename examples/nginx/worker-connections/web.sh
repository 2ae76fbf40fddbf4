# 在命名空间里起小后端和 nginx。
# shellcheck shell=bash
ip netns exec local ip link set lo up
# 普通用户的命名空间里只有 root 这一个用户：worker 也用它，临时目录放在内存里。
mount -t tmpfs tmpfs /var/lib/nginx
# backends 名字:端口…
backends() {
    local one
    for one in "$@"; do
        ip netns exec local python3 backend.py "${one%:*}" "${one#*:}" >/dev/null 2>&1 &
        disown
        wait_port local "${one#*:}"
    done
}
# start_nginx 配置文件：错误日志在 error.log，主进程号在 nginx.pid，监听 8080。
start_nginx() {
    ip netns exec local nginx -p "$PWD" -e error.log -g 'user root;' -c "$PWD/$1" 2>nginx.err || {
        cat nginx.err
        return 1
    }
    wait_for '[ -s nginx.pid ]' 10
    wait_port local "${2-8080}"
}
stop_nginx() {
    local main
    main=$(cat nginx.pid)
    kill -QUIT "$main"
    wait_for "! kill -0 $main" 10
    rm -f nginx.pid
}
