# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'hadolint --no-color Dockerfile; docker build -q -t lab/site . >/dev/null 2>&1; docker run -d --name site lab/site >/dev/null; docker inspect -f "{{.Config.User}}" site'
expect '不是 root' [ "$output" = 65532:65532 ]
wait_for '[ "$(docker inspect -f "{{.State.Health.Status}}" site)" = healthy ]' 60
on server 'docker inspect -f "{{.State.Health.Status}}" site'
expect '健康检查通过' [ "$output" = healthy ]
on server 'docker exec site /bin/busybox wget -qO- http://127.0.0.1:8080/'
expect '第一阶段的产物在' [ "$output" = 'built by stage one' ]
on server 'docker exec site /bin/busybox ls /'
expect '第一阶段的其他东西不在' lacks "$output" 'out'
stop_docker
