# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
start_docker
on server 'for i in $(seq 40); do docker network create n$i >/dev/null 2>err || break; done; echo "第 $i 个失败"; cat err'
expect '报的就是这一句' contains "$output" 'could not find an available, non-overlapping IPv4 address pool'
on server 'docker network ls -q | xargs docker network inspect -f "{{range .IPAM.Config}}{{.Subnet}}{{end}}" | grep . | sort -V | sed -n "1p;16p;\$p"; docker network ls --filter driver=bridge -q | wc -l'
note '删掉没有容器在用的'
on server 'docker network prune -f | grep -c "^n"; docker network create again >/dev/null && docker network inspect -f "{{range .IPAM.Config}}{{.Subnet}}{{end}}" again'
expect '又建得出来' [ "$status" -eq 0 ]
stop_docker
note '换成自己的地址池，每个网络一个 /24'
start_docker --default-address-pool base=10.201.0.0/16,size=24
on server 'docker network create small >/dev/null; docker network inspect -f "{{range .IPAM.Config}}{{.Subnet}}{{end}}" small'
expect '从自己的池里取' contains "$output" '10.201.'
stop_docker
