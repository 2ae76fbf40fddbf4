# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
code='docker inspect -f "{{.State.ExitCode}} {{.State.Status}}"'
on server "docker run -d --name plain lab/box sleep 600 >/dev/null; docker stop -t 2 plain >/dev/null; $code plain"
expect 'sleep 当 1 号：TERM 被忽略，2 秒后 KILL，137' [ "$output" = '137 exited' ]
on server 'docker run -d --init --name init lab/box sleep 600 >/dev/null'
# A signal that comes before the first process has its handler is lost: it has one when its child runs.
setup server 'until docker top init -o pid,comm | grep -qw sleep; do sleep 0.1; done'
on server "docker stop -t 20 init >/dev/null; $code init"
expect '加 --init：TERM 转给 sleep，143' [ "$output" = '143 exited' ]
setup server 'docker build -q -t t:exec -f exec.Dockerfile . && docker build -q -t t:shell -f shell.Dockerfile . && docker run -d --name exec t:exec && docker run -d --name shell t:shell; until docker top exec -o pid,comm | grep -qw sleep; do :; done'
on server "docker stop -t 20 exec >/dev/null; $code exec; docker logs exec"
expect 'exec 形式：程序自己收到 TERM，正常收尾' contains "$output" '收到 TERM'
on server "docker stop -t 2 shell >/dev/null; $code shell; docker logs shell"
expect 'shell 形式：信号只到 sh，最后被 KILL' [ "$output" = '137 exited' ]
stop_docker
