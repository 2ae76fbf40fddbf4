# 一个节点 server，上面四个“Pod”：三个后端、一个客户端，都接在网桥 cbr0 上。
# shellcheck shell=bash
make_pods() {
    ip netns exec server sysctl -qw net.ipv4.ip_forward=1
    ip -n server route add default via 10.9.0.2 # 真的节点有默认路由
    ip -n server link add cbr0 type bridge
    ip -n server addr add 10.244.0.1/24 dev cbr0
    ip -n server link set cbr0 up
    local name address
    while read -r name address; do
        ip netns add "$name"
        ip -n server link add "v$name" type veth peer name eth0 netns "$name"
        ip -n server link set "v$name" master cbr0 up
        ip -n "$name" addr add "$address/24" dev eth0
        ip -n "$name" link set eth0 up
        ip -n "$name" link set lo up
        ip -n "$name" route add default via 10.244.0.1
    done <<'PODS'
p1 10.244.0.11
p2 10.244.0.12
p3 10.244.0.13
cli 10.244.0.20
PODS
    for name in p1 p2 p3; do
        ip netns exec "$name" python3 answer.py 80 "$name" >/dev/null 2>&1 &
        wait_port "$name" 80
    done
}
