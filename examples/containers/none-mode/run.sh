# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run -d --name n1 --network none -p 8081:80 lab/box httpd -f -p 80 -h /www >/dev/null; docker port n1; docker exec n1 ip -o -4 addr'
expect '只有 lo，-p 没有效果' [ "$(wc -l <<<"$output")" -eq 1 ]
wait_for 'docker exec n1 wget -qO- http://127.0.0.1/' # 容器里的程序在听了
on server 'docker exec n1 wget -qO- http://127.0.0.1/'
expect '容器自己访问自己没有问题' [ "$output" = hello ]
note '一对 veth，一头放进容器'
on server 'pid=$(docker inspect -f "{{.State.Pid}}" n1)
ip link add vh type veth peer name vc netns "$pid"
ip addr add 192.0.2.1/30 dev vh && ip link set vh up
nsenter -n -t "$pid" ip addr add 192.0.2.2/30 dev vc && nsenter -n -t "$pid" ip link set vc up'
on server 'curl -s -m 5 http://192.0.2.2/'
expect '接通了' [ "$output" = hello ]
stop_docker
