# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run -d --name aa lab/box httpd -f -p 80 -h /www >/dev/null'
wait_for 'ip netns exec server curl -s http://172.17.0.2/' # 容器里的程序在听了
on server 'docker run --rm --network container:aa lab/box sh -c "ip -o -4 addr show eth0 | grep -o \"inet [^ ]*\"; wget -qO- http://127.0.0.1/"'
expect '同一个地址，走 lo 就能互访' [ "$output" = $'inet 172.17.0.2/16\nhello' ]
on server 'docker run --rm --network container:aa lab/box httpd -f -p 80'
expect '端口也共用：80 已经有人听' contains "$output" 'Address already in use'
on server 'docker run --rm --network container:aa -p 8080:80 lab/box true 2>&1 | grep -o "conflicting options.*"'
expect '不能再发布端口' contains "$output" 'conflicting options'
on server 'docker run -d --name side --network container:aa lab/box sleep 600 >/dev/null; docker rm -f aa >/dev/null; docker exec side ip -o -4 addr | grep -o "[0-9]*: [a-z0-9]*"'
expect '主人删了，客人只剩 lo' [ "$output" = '1: lo' ]
on server 'docker restart -t 1 side 2>&1 | grep -o "No such container"'
expect '也再起不来' [ "$output" = 'No such container' ]
stop_docker
