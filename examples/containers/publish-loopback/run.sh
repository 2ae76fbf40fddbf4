# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run -d --name admin -p 127.0.0.1:8088:80 lab/box httpd -f -p 80 -h /www >/dev/null; docker port admin'
setup server 'docker run -d --name web -p 8089:80 lab/box httpd -f -p 80 -h /www'
wait_for 'ip netns exec server curl -s http://172.17.0.2/ && ip netns exec server curl -s http://172.17.0.3/' # 容器里的程序在听了
on server 'curl -s -m 5 http://127.0.0.1:8088/'
expect '本机能访问' [ "$output" = hello ]
on client 'curl -s -m 3 http://10.9.0.1:8088/'
expect '从宿主机的地址进不来' [ "$status" -ne 0 ]
note '邻居加一条路由，直接去容器的地址'
on client 'ip route add 172.17.0.0/16 via 10.9.0.1; curl -s -m 3 http://172.17.0.2/'
expect '进来了' [ "$output" = hello ]
apply server block.sh
on client 'curl -s -m 2 http://172.17.0.2/'
expect '直连拦住了' [ "$status" -eq 28 ]
on client 'curl -s -m 5 http://10.9.0.1:8089/'
expect '正常发布的端口不受影响' [ "$output" = hello ]
on server 'curl -s -m 5 http://127.0.0.1:8088/'
expect '本机也照常' [ "$output" = hello ]
stop_docker
