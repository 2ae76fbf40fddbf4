# shellcheck shell=bash
# c 客户端 10.0.0.100，d 转发机 10.0.0.10，r1 r2 后端 10.0.0.21 .22，接在一个网桥上；虚拟地址 10.0.0.200
on() {
    printf '%s# %s\n' "$1" "$2"
    output=$(ip netns exec "$1" bash -c "$2" 2>&1)
    status=$?
    [ -z "$output" ] || printf '%s\n' "$output"
    [ "$status" -eq 0 ] || printf '[退出码 %s]\n' "$status"
}
expect() {
    local what=$1
    shift
    if "$@"; then printf '✓ %s\n' "$what"; else printf '✗ %s\n' "$what"; fi
}
contains() { [[ $1 == *"$2"* ]]; }
for name in c d r1 r2 sw; do
    ip netns add "$name"
    ip -n "$name" link set lo up
done
ip -n sw link add br0 type bridge
ip -n sw link set br0 up
for pair in c:10.0.0.100 d:10.0.0.10 r1:10.0.0.21 r2:10.0.0.22; do
    name=${pair%:*}
    ip link add eth0 netns "$name" type veth peer name "p$name" netns sw
    ip -n sw link set "p$name" master br0 up
    ip -n "$name" addr add "${pair#*:}/24" dev eth0
    ip -n "$name" link set eth0 up
done
for name in r1 r2; do
    ip netns exec "$name" python3 answer.py 80 "$name 看到 {client}" &
done
printf '# DR：只改目的 MAC\n'
ip -n d addr add 10.0.0.200/32 dev eth0
on d 'ipvsadm -A -t 10.0.0.200:80 -s rr; ipvsadm -a -t 10.0.0.200:80 -r 10.0.0.21 -g; ipvsadm -a -t 10.0.0.200:80 -r 10.0.0.22 -g'
for name in r1 r2; do
    ip -n "$name" addr add 10.0.0.200/32 dev lo
done
sleep 1.5
answers='arping -c 2 -I eth0 10.0.0.200 | grep -oE "\[[0-9A-F:]+\]" | sort -u | wc -l'
on c "$answers"
expect '没有抑制 ARP：转发机和两台后端都来答' [ "$output" = 3 ]
ip -n c neigh replace 10.0.0.200 lladdr "$(ip netns exec r1 cat /sys/class/net/eth0/address)" dev eth0 nud reachable
on c 'for i in 1 2 3 4; do curl -s -m 2 http://10.0.0.200/; done | sort | uniq -c | xargs -n4'
expect '客户端记住的是 r1 的 MAC：全到 r1，不经过转发机' [ "$output" = '4 r1 看到 10.0.0.100' ]
on d 'ipvsadm -ln --stats | awk "/TCP/ { print \"连接 \" \$3 }"'
expect '转发机一条连接也没看到' [ "$output" = '连接 0' ]
for name in r1 r2; do
    ip -n "$name" addr del 10.0.0.200/32 dev lo
    ip netns exec "$name" sh -e real-server.sh >/dev/null
done
ip -n c neigh flush dev eth0
on c "$answers"
expect '两台后端都写了 arp_ignore=1、arp_announce=2：只有转发机答' [ "$output" = 1 ]
on c 'for i in 1 2 3 4; do curl -s -m 2 http://10.0.0.200/; done | sort | uniq -c | xargs -n4'
expect '两台轮流，后端看到客户端的地址' contains "$output" '看到 10.0.0.100'
sleep 3
on d 'ipvsadm -ln --stats | awk "/TCP/ { print \"进来的包 \" (\$4 > 0 ? \"有\" : \"没有\") \"，出去的包 \" \$5 }"'
expect '回程不经过转发机' contains "$output" '出去的包 0'
ip -n r1 addr del 10.0.0.200/32 dev lo
on c 'for i in 1 2; do curl -s -m 1 -o /dev/null http://10.0.0.200/; echo $?; done | sort | xargs'
expect '后端的 lo 上没有虚拟地址：轮到它就超时（28）' contains "$output" 28
ip -n r1 addr add 10.0.0.10/32 dev lo
on d 'ipvsadm -A -t 10.0.0.10:80 -s rr; ipvsadm -a -t 10.0.0.10:80 -r 10.0.0.21 -g'
on c 'curl -s -m 2 http://10.0.0.10/'
on d 'curl -s -m 2 -o /dev/null http://10.0.0.21/'
expect '拿转发机自己的地址当虚拟地址：客户端通，转发机却连不上后端，没法检查健康' [ "$status" -ne 0 ]
ip -n r1 addr del 10.0.0.10/32 dev lo
printf '# NAT：改目的地址和端口，回程也经过\n'
on d 'ipvsadm -C; sysctl -qw net.ipv4.ip_forward=1; ip addr add 192.168.9.200/24 dev eth0; ipvsadm -A -t 192.168.9.200:8000 -s wrr; ipvsadm -a -t 192.168.9.200:8000 -r 10.0.0.21:80 -m -w 3; ipvsadm -a -t 192.168.9.200:8000 -r 10.0.0.22:80 -m -w 1'
ip -n c addr add 192.168.9.100/24 dev eth0
for name in r1 r2; do ip -n "$name" route add default via 10.0.0.10; done
on c 'for i in 1 2 3 4 5 6 7 8; do curl -s -m 2 http://192.168.9.200:8000/; done | sort | uniq -c | xargs -n4'
expect '按权重 3 比 1' contains "$output" '6 r1 看到 192.168.9.100'
sleep 3
on d 'ipvsadm -ln --stats | awk "/TCP/ { print \"出去的包 \" (\$5 > 0 ? \"有\" : \"没有\") }"'
expect '回程经过转发机' [ "$output" = '出去的包 有' ]
ip -n r2 route del default
on c 'for i in 1 2 3 4; do curl -s -m 1 -o /dev/null http://192.168.9.200:8000/; echo $?; done | sort -u | xargs'
expect '忘了把后端的网关指向转发机：超时' contains "$output" 28
printf '# TUN：外面再套一层 IP，后端可以在别的网段\n'
# 后端 r3 在 10.2.0.0/24，只有转发机够得着；它经另一根线直接回客户端
ip netns add r3
ip -n r3 link set lo up
ip link add eth1 netns d type veth peer name eth0 netns r3
ip link add eth1 netns c type veth peer name eth1 netns r3
for pair in d:eth1:10.2.0.10 r3:eth0:10.2.0.21 c:eth1:10.3.0.100 r3:eth1:10.3.0.21; do
    IFS=: read -r name device address <<<"$pair"
    ip -n "$name" addr add "$address/24" dev "$device"
    ip -n "$name" link set "$device" up
done
for name in c r3; do
    ip netns exec "$name" bash -c 'for f in /proc/sys/net/ipv4/conf/*/rp_filter; do echo 0 >"$f"; done'
done
ip -n r3 route add 10.0.0.0/24 via 10.3.0.100
ip -n r3 link set tunl0 up
ip -n r3 addr add 10.0.0.201/32 dev tunl0
ip netns exec r3 bash -c 'echo 0 >/proc/sys/net/ipv4/conf/tunl0/rp_filter'
ip netns exec r3 python3 answer.py 80 'r3 看到 {client}' &
sleep 1.5
on d 'ip addr add 10.0.0.201/32 dev eth0; ipvsadm -C; ipvsadm -A -t 10.0.0.201:80 -s rr; ipvsadm -a -t 10.0.0.201:80 -r 10.2.0.21 -i'
on c 'curl -s -m 3 http://10.0.0.201/'
expect '后端在别的网段，看到的仍是客户端' contains "$output" 'r3 看到 10.0.0.100'
printf '# 端口、持久化、默认的调度\n'
on d 'ipvsadm -A -t 10.0.0.200:81; ipvsadm -a -t 10.0.0.200:81 -r 10.0.0.21:8080 -g; ipvsadm -ln -t 10.0.0.200:81 | tail -n2 | xargs'
expect '不写 -s 是 wlc；DR 不能改端口，8080 被改回 81' contains "$output" '10.0.0.21:81'
on d 'ipvsadm -E -t 10.0.0.200:81 -s rr -p; ipvsadm -ln -t 10.0.0.200:81 | grep -o "persistent [0-9]*"'
expect '-p 默认 360 秒' contains "$output" 'persistent 360'
on d 'ipvsadm -l --timeout'
expect '空闲的 TCP 连接 900 秒就从表里删掉' contains "$output" '900 120 300'
