# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker --dns 127.0.0.1
make_box
# 容器借这台机器的 /usr，里面有 curl
setup server 'for name in lib lib64; do ln -sfn usr/$name /run/box/$name; done; mkdir -p /run/box/usr; tar -C /run/box -c . | docker import - lab/box:1 >/dev/null; docker tag lab/box:1 lab/box; mkdir www; echo 宿主机 >www/index.html; printf "#!/bin/bash\nexec docker run --rm -v /usr:/usr:ro --entrypoint /usr/bin/curl \"\$@\"\n" >curl-in; chmod +x curl-in'
ask() { on server "./curl-in $1 -sS -m 3 http://$2:3306/ 2>&1 | sed -E 's/after [0-9]+/after …/; s/[0-9]+ milliseconds/… milliseconds/'"; }
background server 'exec python3 -m http.server -b 127.0.0.1 -d www 3306'
first=$pid
wait_port server 3306
ask lab/box localhost
expect '容器里的 localhost 是容器自己' contains "$output" 'curl: (7) Failed to connect to localhost port 3306'
ask lab/box host.docker.internal
expect 'Linux 上没有这个名字' contains "$output" 'curl: (6) Could not resolve host: host.docker.internal'
ask '--add-host host.docker.internal:host-gateway lab/box' host.docker.internal
expect '名字有了，还是拒绝' contains "$output" 'curl: (7) Failed to connect to host.docker.internal port 3306'
note '只读的检查：名字指到哪里，宿主机上的服务听在哪里'
on server 'docker run --rm --add-host host.docker.internal:host-gateway lab/box grep internal /etc/hosts | xargs; ss -Hltn "sport = :3306" | awk "{ print \$4 }"'
expect '名字是网桥的地址，服务只听回环' [ "$output" = $'172.17.0.1 host.docker.internal\n127.0.0.1:3306' ]
note '改：也听网桥的地址'
stop "$first"
background server 'exec python3 -m http.server -b 172.17.0.1 -d www 3306'
wait_port server 3306
ask '--add-host host.docker.internal:host-gateway lab/box' host.docker.internal
expect '通了' [ "$output" = 宿主机 ]
note '防火墙丢掉 docker0 进来的：不是拒绝，是超时'
setup server 'iptables -I INPUT -i docker0 -p tcp --dport 3306 -j DROP'
ask '--add-host host.docker.internal:host-gateway lab/box' host.docker.internal
expect '超时' contains "$output" 'curl: (28)'
on server 'iptables -S INPUT | grep 3306'
expect '规则在 INPUT 里' contains "$output" '-i docker0'
setup server 'iptables -D INPUT -i docker0 -p tcp --dport 3306 -j DROP'
ask '--add-host host.docker.internal:host-gateway lab/box' host.docker.internal
expect '放行就通' [ "$output" = 宿主机 ]
stop_docker
