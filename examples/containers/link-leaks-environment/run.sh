# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'docker run -d --name db -e PASSWORD=example lab/box httpd -f -p 80 -h /www'
on server 'docker run --rm --link db:db lab/box sh -c "grep -w db /etc/hosts; export | grep PASSWORD"'
expect 'hosts 里有名字' contains "$output" 'db'
expect '对方的口令也在自己的环境变量里' contains "$output" 'example'
stop_docker
