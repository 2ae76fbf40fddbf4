# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
# 引擎的数据放在一个 60 MB 的文件系统里，写满它不碰机器的盘
mkdir -p /run/docker-data
mount -t tmpfs -o size=60M docker-data /run/docker-data
start_docker
make_box
setup server 'docker run -d --name chatty lab/box sh -c "while :; do echo 一行很长的日志一行很长的日志一行很长的日志; done"'
wait_for '[ "$(df --output=avail /run/docker-data | tail -n 1)" -lt 100 ]' 90
on server 'touch /run/docker-data/new && head -c 1M /dev/zero >/run/docker-data/new'
expect '盘满了' contains "$output" 'No space left on device'
note '只读的检查：哪个容器的日志大，有没有上限'
on server 'find /run/docker-data/containers -name "*-json.log" -size +30M | sed -E "s/[0-9a-f]{64}/ID/g"'
expect '几乎全是它' contains "$output" '/containers/ID/ID-json.log'
on server 'docker inspect -f "{{.HostConfig.LogConfig.Type}} {{.HostConfig.LogConfig.Config}}" chatty'
expect '默认的 json-file，没有上限' [ "$output" = 'json-file map[]' ]
note '先止血：截成 0 字节。删文件没有用，引擎还开着它'
setup server 'docker pause chatty'
on server 'rm /run/docker-data/new; for log in /run/docker-data/containers/*/*-json.log; do mv "$log" "$log.gone"; rm "$log.gone"; done; df --output=pcent /run/docker-data | tail -n 1 | xargs'
expect '删了：空间没有回来' between "${output%\%}" 95 100
setup server 'docker rm -f chatty'
on server 'df --output=pcent /run/docker-data | tail -n 1 | xargs'
expect '容器删掉，描述符关了才回来' between "${output%\%}" 0 60
setup server 'docker run -d --name second lab/box sh -c "for n in \$(seq 20000); do echo 一行很长的日志; done; sleep 600"'
wait_for '[ "$(cat /run/docker-data/containers/*/*-json.log | wc -l)" -eq 20000 ]' 60 # 写完了
on server 'log=$(docker inspect -f "{{.LogPath}}" second); truncate -s 0 "$log"; stat -c %s "$log"; docker inspect -f "{{.State.Status}}" second'
expect '截断：空间马上回来，容器不用停' [ "$output" = $'0\nrunning' ]
note '改引擎的默认值，重启引擎：已有的容器不变，只有新建的才有'
kill "$docker_pid"
wait "$docker_pid"
start_docker --log-opt max-size=100k --log-opt max-file=2
on server 'docker run --name third lab/box id >/dev/null; docker inspect -f "{{.Name}} {{.HostConfig.LogConfig.Config}}" second third'
expect '旧的没有上限，新的有' [ "$output" = $'/second map[]\n/third map[max-file:2 max-size:100k]' ]
note '同样多的日志，只留两个文件'
setup server 'docker rm -f second third'
on server 'docker run -d --name limited lab/box sh -c "for n in \$(seq 20000); do echo 一行很长的日志; done; sleep 600" >/dev/null'
wait_for 'docker top limited -o pid,comm | grep -qw sleep && ls /run/docker-data/containers/*/*-json.log.1' 60 # 写完了
on server 'ls /run/docker-data/containers/*/*-json.log* | wc -l; du -ck /run/docker-data/containers/*/*-json.log* | tail -n 1 | awk "{ print (\$1 < 300 ? \"不到 300 kB\" : \$1) }"'
expect '两个文件，加起来不到 300 kB' [ "$output" = $'2\n不到 300 kB' ]
stop_docker
umount -l /run/docker-data
