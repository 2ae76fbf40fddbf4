# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker --iptables=false
make_box
setup server 'docker run -d --name web -p 8089:80 lab/box httpd -f -vv -p 80 -h /www'
on server 'iptables -t nat -S | grep -c -E "MASQUERADE|DNAT"; ss -Htln "sport = 8089" | wc -l'
expect '一条规则也没有，听着 8089 的是 docker-proxy' [ "$(head -n 1 <<<"$output")" -eq 0 ]
wait_for 'ip netns exec server curl -s http://172.17.0.2/' # 容器里的程序在听了
on client 'curl -s -m 5 http://10.9.0.1:8089/'
expect '发布的端口照样通' [ "$output" = hello ]
wait_for 'docker logs web 2>&1 | grep -q "172.17.0.1"'
on server 'docker logs web 2>&1 | grep -om1 "172.17.0.1"'
expect '容器看到的客户端全是网桥的地址' [ "$output" = 172.17.0.1 ]
background client 'python3 -m http.server 80'
wait_port client 80
on server 'docker exec web timeout 3 wget -qO- http://10.9.0.2/ || echo 不通'
expect '容器出不去：没有人换源地址，外面不认识 172.17.0.2' [ "$output" = 不通 ]
stop_docker
