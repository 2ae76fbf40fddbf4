# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run --rm lab/box cat /www/index.html'
expect '容器跑起来了' [ "$output" = hello ]
on server 'docker info --format "{{.Driver}}"'
stop_docker
on server 'docker ps 2>&1'
expect '引擎停掉以后，客户端说连不上' contains "$output" 'Cannot connect to the Docker daemon'
