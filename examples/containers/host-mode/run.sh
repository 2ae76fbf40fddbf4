# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker run -d --name h1 --network host -p 8080:80 lab/box httpd -f -p 80 -h /www 2>&1 >/dev/null'
expect '写了 -p 只得到一句警告' contains "$output" 'Published ports are discarded when using host network mode'
wait_port server 80
on client 'curl -s -m 5 http://10.9.0.1/'
expect '程序监听 80，就是宿主机的 80' [ "$output" = hello ]
on client 'curl -s -m 5 http://10.9.0.1:8080/'
expect '8080 没有人听' [ "$status" -eq 7 ]
on server 'docker run --rm --network host lab/box httpd -f -p 80 -h /www'
expect '第二个容器抢不到同一个端口' contains "$output" 'Address already in use'
on server 'docker run --rm --network host lab/box ip -o -4 addr show eth0 | grep -o "inet [^ ]*"'
expect '容器里看到的就是宿主机的地址' [ "$output" = 'inet 10.9.0.1/24' ]
on server 'docker run --rm --network host lab/box ps | grep -c httpd'
expect '进程还是隔离的：看不到 h1 里的 httpd' [ "$output" -eq 0 ]
note '宿主机上看，是哪个容器在听'
on server 'pid=$(ss -Htlnp "sport = 80" | grep -om1 "pid=[0-9]*" | cut -d= -f2); id=$(grep -om1 "docker[/-][0-9a-f]*" /proc/$pid/cgroup | tail -c 65 | cut -c1-12); docker ps --filter id=$id --format "{{.Names}}"'
expect '从进程的 cgroup 认出来了' [ "$output" = h1 ]
stop_docker
