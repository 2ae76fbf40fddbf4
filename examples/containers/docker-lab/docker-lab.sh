# 借给别的示例：在主机 server 上起一个真的 Docker 引擎，镜像 lab/box 里只有静态的 busybox 和一个网页。
# 数据、套接字、日志都在示例自己的 /run 里；引擎和它的容器随示例的进程命名空间一起结束。
# shellcheck shell=bash

export DOCKER_HOST=unix:///run/docker.sock

start_docker() { # 可选：再给 dockerd 的参数
    # 不用 ip netns exec：它会重新挂 /sys，dockerd 就找不到 cgroup。
    nsenter --net=/run/netns/server dockerd --data-root /run/docker-data --exec-root /run/docker-exec \
        --pidfile /run/docker.pid -H "$DOCKER_HOST" --storage-driver vfs --containerd '' \
        --default-ulimit nofile=1024:4096 "$@" >/run/dockerd.log 2>&1 </dev/null &
    docker_pid=$!
    local deadline=$((SECONDS + 60))
    until docker version >/dev/null 2>&1; do
        if [ "$SECONDS" -gt "$deadline" ] || ! kill -0 "$docker_pid" 2>/dev/null; then
            echo '✗ dockerd 没有起来'
            tail -n 5 /run/dockerd.log
            exit 1
        fi
        sleep 0.1
    done
    printf 'server# dockerd%s &\n' "${*:+ $*}"
}

make_box() {
    mkdir -p /run/box/bin /run/box/www /run/box/tmp
    cp /usr/bin/busybox /run/box/bin/
    local name
    for name in sh sleep httpd wget nc ip ps kill cat ls echo id mkdir nslookup timeout hostname grep; do
        ln -sf busybox "/run/box/bin/$name"
    done
    echo hello >/run/box/www/index.html
    tar -C /run/box -c . | docker import - lab/box:1 >/dev/null
    docker tag lab/box:1 lab/box
}

stop_docker() {
    docker ps -aq | xargs -r docker rm -f >/dev/null 2>&1
    kill "$docker_pid" 2>/dev/null
    wait "$docker_pid" 2>/dev/null
    return 0
}
