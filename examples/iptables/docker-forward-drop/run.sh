# shellcheck source=examples/containers/docker-lab/docker-lab.sh
. ./docker-lab.sh
# A virtual machine behind the server: a namespace of its own, reached only through the server.
ip netns add vm
setup server 'ip link add vm0 type veth peer name eth0 netns vm; ip addr add 10.9.5.1/24 dev vm0; ip link set vm0 up'
ip -n vm link set lo up
ip -n vm link set eth0 up
ip -n vm addr add 10.9.5.2/24 dev eth0
ip -n vm route add default via 10.9.5.1
setup client 'ip route add 10.9.5.0/24 via 10.9.0.1'
echo ok >index.html
background vm 'exec python3 -m http.server 80'
wait_port vm 80
setup server 'sysctl -qw net.ipv4.ip_forward=0'
start_docker
note '引擎自己打开了转发，同时把 FORWARD 的默认策略改成 DROP'
on server 'sysctl net.ipv4.ip_forward; iptables -S FORWARD | head -n 1'
expect '转发开着，策略是 DROP' [ "$(tail -n 1 <<<"$output")" = '-P FORWARD DROP' ]
on client 'curl -sS -m 2 http://10.9.5.2/ 2>&1 | grep -o "curl: (28)"'
expect '经过它去虚拟机：超时' [ "$output" = 'curl: (28)' ]
on server "iptables -vnxL FORWARD | head -n 1 | grep -oE 'policy DROP [0-9]+' | sed 's/[1-9][0-9]*/N/'"
expect '默认策略的计数在涨' [ "$output" = 'policy DROP N' ]
on client 'ping -q -c 1 -W 1 10.9.0.1 | grep received'
expect '访问这台机器自己不受影响：INPUT 没有动' contains "$output" ' 0% packet loss'
note '放进 Docker 留给用户的链'
apply server allow.sh
on client 'curl -sS -m 3 http://10.9.5.2/'
expect '通了' [ "$output" = ok ]
note '引擎重启，规则还在'
kill "$docker_pid"
wait "$docker_pid" 2>/dev/null
start_docker
on client 'curl -sS -m 3 http://10.9.5.2/'
expect '还是通的' [ "$output" = ok ]
stop_docker
