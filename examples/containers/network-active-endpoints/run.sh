# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'docker network create app_default; docker run -d --name app-web-1 --network app_default lab/box sleep 600; docker run -d --name old --network app_default lab/box sleep 600'
on server 'docker network rm app_default 2>&1 | sed -E "s/id [0-9a-f]{64}/id …/"'
expect '原文' contains "$output" 'has active endpoints'
note '只读的检查：谁接在上面'
on server 'docker network inspect -f "{{range .Containers}}{{.Name}} {{end}}" app_default | tr " " "\n" | sort | xargs; docker ps -a --filter network=app_default --format "{{.Names}}" | sort | xargs'
expect '两个容器' [ "$output" = $'app-web-1 old\napp-web-1 old' ]
on server 'docker rm -f app-web-1 >/dev/null; docker network rm app_default 2>&1 | grep -o "has active endpoints"'
expect '还有一个，仍然不行' [ "$output" = 'has active endpoints' ]
note '留着容器，只把它从网络上摘下来'
on server 'docker network disconnect app_default old; docker network rm app_default; docker ps --format "{{.Names}}"'
expect '网络删掉了，容器还在跑' [ "$output" = $'app_default\nold' ]
stop_docker
