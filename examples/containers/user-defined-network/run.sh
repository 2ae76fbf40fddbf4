# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
make_box
on server 'docker network create --subnet 10.99.0.0/24 --gateway 10.99.0.1 app >/dev/null; docker run -d --name db --network app lab/box httpd -f -p 80 -h /www >/dev/null; docker run -d --name old lab/box sleep 600 >/dev/null; docker run -d --name old-db lab/box httpd -f -p 80 -h /www >/dev/null'
wait_for 'ip netns exec server curl -s http://10.99.0.2/' # 容器里的程序在听了
on server 'docker run --rm --network app lab/box sh -c "grep -E \"^(nameserver|options)\" /etc/resolv.conf; wget -qO- http://db/"'
expect '自定义网络里：内嵌 DNS 127.0.0.11，按名字就能访问' contains "$output" 'hello'
on server 'docker exec old timeout 3 wget -qO- http://old-db/ || echo 不通'
expect '默认的 bridge 上没有按名字解析：等到超时也找不到' [ "$output" = 不通 ]
on server 'docker exec old timeout 3 wget -qO- http://10.99.0.2/ || echo 不通'
expect '两个网络互不相通' [ "$output" = 不通 ]
on server 'docker network connect app old; docker exec old wget -qO- http://db/; docker exec old ip -o -4 addr | grep -o "eth[0-9]* *inet [^ ]*" | tr -s " "'
expect '接进来就通，多一块网卡' contains "$output" 'eth1 inet 10.99.0.'
stop_docker
