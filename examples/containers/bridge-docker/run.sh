# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'sysctl -n net.ipv4.ip_forward; ip -br -4 addr show docker0'
expect 'dockerd 自己打开了转发，docker0 是 172.17.0.1' contains "$output" '172.17.0.1/16'
on server 'docker run -d --name web -p 8088:80 lab/box httpd -f -p 80 -h /www >/dev/null; docker exec web ip -o -4 addr show eth0 | grep -o "inet [^ ]*"; docker port web | head -n 1'
expect '容器的 eth0 是 172.17.0.2' contains "$output" '172.17.0.2/16'
on server 'iptables -t nat -S | grep -E "MASQUERADE|DNAT"'
expect '出去换地址' contains "$output" '-A POSTROUTING -s 172.17.0.0/16 ! -o docker0 -j MASQUERADE'
expect '进来换目的' contains "$output" '--dport 8088 -j DNAT --to-destination 172.17.0.2:80'
wait_for 'ip netns exec server curl -s http://172.17.0.2/' # 容器里的程序在听了
on client 'curl -s -m 5 http://10.9.0.1:8088/'
expect '外面能访问' [ "$output" = hello ]
on server 'docker run -d -p 8088:80 lab/box httpd -f 2>&1 | grep -o "port is already allocated"; echo "${PIPESTATUS[0]}"'
expect '同一个宿主机端口只能发布一次，退出码 125' contains "$output" '125'
on server 'docker run -d --name any -p 80 lab/box httpd -f -p 80 -h /www >/dev/null; docker port any | head -n 1 | grep -c ":32[0-9]*"'
expect '只写容器端口，宿主机端口由 Docker 挑；两个容器都监听 80' [ "$output" -eq 1 ]
note '防火墙写在 INPUT 里没有用'
on server 'iptables -I INPUT -p tcp --dport 8088 -j DROP'
on client 'curl -s -m 5 http://10.9.0.1:8088/'
expect '照样访问得到' [ "$output" = hello ]
on server 'iptables -I DOCKER-USER -p tcp -m conntrack --ctorigdstport 8088 --ctdir ORIGINAL -j DROP'
on client 'curl -s -m 2 http://10.9.0.1:8088/'
expect '写在 DOCKER-USER 里才拦得住' [ "$status" -eq 28 ]
on server 'iptables -D DOCKER-USER 1; sysctl -w net.ipv4.ip_forward=0'
on client 'curl -s -m 2 http://10.9.0.1:8088/'
expect '有人关掉转发，映射马上失效' [ "$status" -eq 28 ]
stop_docker
