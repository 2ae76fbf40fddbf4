# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
setup server 'docker run -d --name web -p 8080:80 lab/box httpd -f -p 80 -h /www'
setup server 'docker run -d --name other -p 8081:80 lab/box httpd -f -p 80 -h /www'
wait_for 'ip netns exec server curl -s http://172.17.0.2/ && ip netns exec server curl -s http://172.17.0.3/' # 容器里的程序在听了
on client 'curl -s -m 5 http://10.9.0.1:8080/'
expect '装之前：通' [ "$output" = hello ]
apply server block.sh
on client 'curl -s -m 2 http://10.9.0.1:8080/'
expect '装之后：超时' [ "$status" -eq 28 ]
on client 'curl -s -m 5 http://10.9.0.1:8081/'
expect '另一个发布的端口不受影响' [ "$output" = hello ]
on server 'docker exec web wget -q -O - http://172.17.0.3/'
expect '容器之间也不受影响' [ "$output" = hello ]
on server 'iptables -D DOCKER-USER 1'
on client 'curl -s -m 5 http://10.9.0.1:8080/'
expect '撤销之后：通' [ "$output" = hello ]
stop_docker
