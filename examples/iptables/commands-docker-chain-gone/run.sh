# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
run='docker run -d -p 8088:80 lab/box httpd -f -p 80 -h /www'
apply server flush.sh
on server "$run 2>&1 | grep -o 'iptables: No chain/target/match by that name'"
expect '发布端口失败，报的就是这一句' contains "$output" 'No chain/target/match by that name'
on server "iptables -t nat -S | grep -c DOCKER"
expect '只读确认：一条 DOCKER 也没有' [ "$output" -eq 0 ]
note '重启引擎'
stop_docker
start_docker
on server "iptables -t nat -S | grep -m 1 DOCKER"
expect '链回来了' [ "$output" = '-N DOCKER' ]
setup server "$run"
wait_for 'ip netns exec server curl -s http://172.17.0.2/' # 容器里的程序在听了
on client 'curl -s -m 5 http://10.9.0.1:8088/'
expect '发布的端口通了' [ "$output" = hello ]
stop_docker
