# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
# catatonit -P 和 pause 做同样的事：什么也不做，只等信号、收僵尸。
mkdir /run/pause && cp /usr/bin/catatonit /run/pause/pause && tar -C /run/pause -c . | docker import - lab/pause >/dev/null
join='--network container:pause --ipc container:pause'
on server 'docker run -d --name pause --ipc shareable lab/pause /pause -P >/dev/null'
on server "docker run -d --name app $join lab/box sh -c '(sleep 1 &); exec sleep 600' >/dev/null; docker run -d --name side $join lab/box sleep 600 >/dev/null"
on server 'ns() { readlink "/proc/$(docker inspect -f "{{.State.Pid}}" "$1")/ns/$2"; }
for n in net ipc uts pid mnt; do
    [ "$(ns app $n)" = "$(ns side $n)" ] && echo "$n 共用" || echo "$n 各自的"
done'
expect 'app 和 side 共用网络和 IPC，进程号和文件树各自的' [ "$(grep -c 共用 <<<"$output")" -ge 2 ]
wait_for 'docker exec app ps -o stat,args | grep -q "^Z.*sleep"' 20
on server 'docker exec app ps -o pid,ppid,stat,args | grep -c " Z .*sleep"'
expect 'app 的 1 号是 sleep，不收僵尸：留下一个 Z' [ "$output" -eq 1 ]
on server "docker run -d --name app2 $join --pid container:pause lab/box sh -c '(sleep 1 &); exec sleep 600' >/dev/null; docker exec app2 sleep 2; docker exec app2 ps -o pid,stat,args | grep -E ' 1 |Z' | tr -s ' '"
expect '加入 pause 的 PID 命名空间：1 号是 /pause，僵尸被收走' [ "$(grep -c Z <<<"$output")" -eq 0 ]
on server 'docker exec app ip -o -4 addr show eth0 | grep -o "inet [^ ]*"; docker restart -t 1 app >/dev/null; docker exec app ip -o -4 addr show eth0 | grep -o "inet [^ ]*"'
expect 'app 重启，地址不变：网络在 pause 手里' [ "$(uniq <<<"$output" | wc -l)" -eq 1 ]
on server 'docker rm -f pause >/dev/null; docker exec app ip -o -4 addr | grep -o "[0-9]: [a-z0-9]*"; docker restart -t 1 app 2>&1 | grep -o "No such container"'
expect 'pause 没了：只剩 lo，也起不来' [ "$output" = $'1: lo\nNo such container' ]
stop_docker
