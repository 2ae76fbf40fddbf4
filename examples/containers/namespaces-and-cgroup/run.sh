# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run -d --name c1 --memory 64m --pids-limit 20 lab/box sleep 600 >/dev/null; until docker exec c1 ps | grep -q "sleep 600"; do :; done; pid=$(docker inspect -f "{{.State.Pid}}" c1); ps -o args= -p "$pid"; grep NSpid /proc/$pid/status | awk "{ print \$NF }"'
expect '宿主机上就是一个 sleep 进程，在容器里是 1 号' [ "$output" = $'sleep 600\n1' ]
on server 'pid=$(docker inspect -f "{{.State.Pid}}" c1); for n in mnt pid net ipc uts user; do [ "$(readlink /proc/self/ns/$n)" = "$(readlink /proc/$pid/ns/$n)" ] && echo "$n 共用" || echo "$n 自己的"; done'
expect '网络、进程、文件树是自己的，用户命名空间默认共用' contains "$output" 'user 共用'
on server 'docker exec c1 sh -c "cat /sys/fs/cgroup/memory.max 2>/dev/null || cat /sys/fs/cgroup/memory/memory.limit_in_bytes"'
expect '内存上限 64 MiB 写在 cgroup 里' [ "$output" = 67108864 ]
on server 'docker exec c1 sh -c "i=0; while [ \$i -lt 30 ]; do sleep 3 & i=\$((i + 1)); done" 2>&1 | grep -o "can.t fork.*" | head -n 1'
expect '进程数超过 20：fork 失败' contains "$output" 'Resource temporarily unavailable'
on server 'docker run --name c2 lab/box sh -c "echo data >/tmp/x"; docker diff c2'
expect '写进去的东西在可读写层' contains "$output" 'A /tmp/x'
stop_docker
