# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
# 仓库在主机 client 上：5000 不加密；5443 加密、要登录。443 是 5000 前面的 nginx；8443 也是 nginx，像 Docker Hub 那样要令牌
echo '10.9.0.2 hub.example.test' >>/etc/hosts
echo '192.0.2.1 registry-1.docker.io registry.k8s.io' >>/etc/hosts
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj '/CN=示例的 CA' \
    -keyout /run/ca.key -out /run/ca.crt 2>/dev/null
openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=hub -keyout /run/hub.key 2>/dev/null |
    openssl x509 -req -CA /run/ca.crt -CAkey /run/ca.key -days 1 -out /run/hub.crt \
        -extfile <(echo subjectAltName=DNS:hub.example.test) 2>/dev/null
perl -e 'print "app:", crypt("example", q($2y$05$abcdefghijklmnopqrstuu)), "\n"' >/run/passwords
ip netns exec client docker-registry serve registry.yml 2>/run/registry.log &
registry_pid=$!
ip netns exec client docker-registry serve private.yml 2>/run/private.log &
private_pid=$!
ip netns exec client nginx -p "$PWD" -c nginx.conf &
nginx_pid=$!
ip netns exec client iptables -A INPUT -p tcp --dport 5999 -j DROP
start_docker --insecure-registry hub.example.test:5000
make_box
wait_for 'ip netns exec client ss -ltn | grep -cE ":(5000|5443|443|8443) " | grep -qx 4'
docker tag lab/box hub.example.test:5000/shop/web:1
docker tag lab/box hub.example.test:5443/shop/web:1
docker push -q hub.example.test:5000/shop/web:1 >/dev/null
docker tag lab/box hub.example.test:5000/library/tool
docker push -q hub.example.test:5000/library/tool >/dev/null
docker rmi hub.example.test:5000/library/tool >/dev/null
head -c 3M /dev/urandom >/run/box/random
tar -C /run/box -c . | docker import - hub.example.test/shop/big:1 >/dev/null

note '== 连不上'
note '这一条要等，后面再看'
background server 'docker pull hub.example.test:5999/shop/web:1'
late=$log
on server 'docker pull hub.example.test:5001/shop/web:1'
expect '没有程序在听' contains "$output" 'connect: connection refused'
on server 'docker pull nginx'
expect '没有写仓库，就是 Docker Hub' contains "$output" 'registry-1.docker.io'
on server 'docker pull nowhere.example.test/shop/web:1'
expect '名字解析不了' contains "$output" 'lookup nowhere.example.test'
on server 'docker pull -q hub.example.test:5000/shop/web:1'
expect '名字、端口都对' [ "$output" = hub.example.test:5000/shop/web:1 ]

note '== 证书'
on server 'docker pull hub.example.test/shop/web:1'
expect '不认识它的 CA' contains "$output" 'certificate signed by unknown authority'
on server 'mkdir -p /etc/docker/certs.d/hub.example.test && cp /run/ca.crt /etc/docker/certs.d/hub.example.test/ca.crt && docker pull -q hub.example.test/shop/web:1'
expect '把 CA 放进去，不用重启' [ "$output" = hub.example.test/shop/web:1 ]
note '这一条要等，后面再看'
background server 'docker push hub.example.test/shop/big:1'
push=$log push_pid=$pid
on server 'docker pull 10.9.0.2/shop/web:1'
expect '地址不是证书里的' contains "$output" "doesn't contain any IP SANs"

note '== 要登录'
on server 'mkdir -p /etc/docker/certs.d/hub.example.test:5443 && cp /run/ca.crt "/etc/docker/certs.d/hub.example.test:5443/ca.crt"; docker pull hub.example.test:5443/shop/web:1'
expect '没有登录' contains "$output" 'no basic auth credentials'
on server 'echo wrong | docker login -u app --password-stdin hub.example.test:5443'
expect '密码不对' contains "$output" '401 Unauthorized'
on server 'echo example | docker login -u app --password-stdin hub.example.test:5443 2>/dev/null; docker push -q hub.example.test:5443/shop/web:1'
expect '登录以后' [ "$output" = $'Login Succeeded\nhub.example.test:5443/shop/web:1' ]
on server 'jq -c .auths ~/.docker/config.json'
expect '密码只是 base64，谁读到都能解开' contains "$output" YXBwOmV4YW1wbGU=
on server 'mkdir -p /etc/docker/certs.d/hub.example.test:8443 && cp /run/ca.crt /etc/docker/certs.d/hub.example.test:8443/; docker pull hub.example.test:8443/shop/none'
expect '没有权限，或者没有这个仓库' contains "$output" "pull access denied for hub.example.test:8443/shop/none, repository does not exist or may require 'docker login'"

note '== 没有这个标签、这个平台'
on server 'docker pull hub.example.test/shop/web'
expect '没写标签就是 latest' contains "$output" 'manifest unknown'
on server 'docker push hub.example.test/shop/none:1'
expect '本地没有' contains "$output" 'An image does not exist locally with the tag'
on server 'curl -s --cacert /run/ca.crt https://hub.example.test/v2/shop/web/tags/list'
on server 'docker manifest create hub.example.test/shop/all:1 hub.example.test/shop/web:1 && docker manifest push hub.example.test/shop/all:1 && docker pull --platform linux/arm64 hub.example.test/shop/all:1'
expect '没有 arm64 的' contains "$output" 'no matching manifest for linux/arm64'

note '== 推不上去、被限流'
on server 'docker pull hub.example.test/busy/web:1'
expect '限流' contains "$output" 'toomanyrequests'
wait_for "! kill -0 $push_pid" 120
on server "grep -v 'Preparing$' $push | sed 's/in [0-9]* seconds*/in …/' | uniq"
expect '代理嫌大' contains "$output" '413'
on server 'grep -o "client intended to send too large[a-z ]*" /run/nginx.log | uniq'
expect '代理的日志当场就有' contains "$output" 'client intended to send too large'
wait_for "grep -q Error $late" 60
on server "cat $late"
expect '被防火墙丢掉，等满 15 秒：几种说法里的一种' grep -qE 'exceeded|timeout' <<<"$output"

note '== 引擎的代理：shell 里的变量管不到它'
on server 'HTTPS_PROXY=http://127.0.0.1:7890 docker pull -q hub.example.test/shop/web:1'
expect '没有走代理' [ "$output" = hub.example.test/shop/web:1 ]
stop_docker
note 'HTTPS_PROXY=http://127.0.0.1:7890 写给引擎，代理没有在跑'
HTTPS_PROXY=http://127.0.0.1:7890 start_docker
on server 'docker pull hub.example.test/shop/web:1'
expect '代理连不上' contains "$output" 'proxyconnect tcp: dial tcp 127.0.0.1:7890: connect: connection refused'
on server 'docker info 2>/dev/null | grep -i proxy'
expect '引擎用的代理' contains "$output" 'HTTPS Proxy: http://127.0.0.1:7890'
stop_docker
note '再写 NO_PROXY=hub.example.test'
HTTPS_PROXY=http://127.0.0.1:7890 NO_PROXY=hub.example.test start_docker
on server 'docker pull -q hub.example.test/shop/web:1'
expect '不走代理' [ "$output" = hub.example.test/shop/web:1 ]
stop_docker

note '== 镜像加速：只管 Docker Hub'
start_docker --registry-mirror https://hub.example.test
on server 'docker info -f "{{.RegistryConfig.Mirrors}}"; docker pull -q tool'
expect '从加速的地址来' [ "$output" = $'[https://hub.example.test/]\ndocker.io/library/tool:latest' ]
on server 'docker pull registry.k8s.io/pause:3.10'
expect '别的仓库不走它' contains "$output" 'https://registry.k8s.io/v2/'
on server 'docker pull nginx'
expect '加速的地址没有，报的是 Docker Hub 的' contains "$output" 'https://registry-1.docker.io/v2/'
on server 'grep -o "Attempting next endpoint for pull after error: manifest unknown[a-z: ]*" /run/dockerd.log'
expect '加速的地址说的，在引擎的日志里' contains "$output" 'manifest unknown'
kill "$registry_pid"
on server 'docker pull hub.example.test/shop/web:2'
expect '仓库没有在跑，回答的是代理' contains "$output" '502'
stop_docker
kill "$private_pid" "$nginx_pid"
