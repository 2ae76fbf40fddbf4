#!/usr/bin/env bash
# 实验台：网络命名空间当主机，veth 对当网线。测试用的就是这个文件。
#
#   sudo bash lab.sh up pair|router|lan|none    搭起来
#   sudo ip netns exec client bash              在一台主机上敲命令
#   sudo bash lab.sh down                       拆掉它的每台主机
set -euo pipefail

readonly HOSTS='client server router alice bob mallory switch local'

usage() {
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

# 一台主机：环回已启用、IPv6 已关的命名空间，抓包里只有示例自己发的。
host() {
    ip netns add "$1"
    ip netns exec "$1" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    ip -n "$1" link set lo up
}

# 一根网线：两头各是主机、网卡、MAC 地址的最后一字节。地址固定，每次打印的都一样。
cable() {
    ip link add "$2" netns "$1" address "02:00:00:00:00:$3" type veth \
        peer name "$5" netns "$4" address "02:00:00:00:00:$6"
    ip -n "$1" link set "$2" up
    ip -n "$4" link set "$5" up
}

up_none() {
    host local
}

up_pair() {
    host client
    host server
    cable client eth0 02 server eth0 01
    ip -n client addr add 10.9.0.2/24 dev eth0
    ip -n client addr add 10.9.0.6/24 dev eth0
    ip -n client addr add 10.9.0.11/24 dev eth0
    ip -n server addr add 10.9.0.1/24 dev eth0
}

up_router() {
    host client
    host router
    host server
    cable client eth0 02 router eth0 01
    cable router eth1 11 server eth0 12
    ip -n client addr add 10.9.0.2/24 dev eth0
    ip -n router addr add 10.9.0.1/24 dev eth0
    ip -n router addr add 10.9.1.1/24 dev eth1
    ip -n server addr add 10.9.1.2/24 dev eth0
    ip -n client route add default via 10.9.0.1
    ip -n server route add default via 10.9.1.1
    ip netns exec router sysctl -qw net.ipv4.ip_forward=1
}

up_lan() {
    host switch
    ip -n switch link add br0 type bridge
    ip -n switch link set br0 up
    local number=0 name
    for name in alice bob mallory; do
        number=$((number + 1))
        host "$name"
        cable "$name" eth0 "0$(printf '%x' $((number + 9)))" switch "port$number" "f$number"
        ip -n switch link set "port$number" master br0
        ip -n "$name" addr add "192.168.1.$number/24" dev eth0
    done
}

down() {
    local name
    for name in $HOSTS; do
        ip netns del "$name" 2>/dev/null || true
    done
}

up() {
    local name
    for name in $HOSTS; do
        if [ -e "/run/netns/$name" ]; then
            echo "lab.sh：命名空间 $name 已经存在；先运行 bash lab.sh down，或改名。" >&2
            exit 1
        fi
    done
    # 搭了一半的实验台不如没有。
    trap down ERR
    "up_$1"
}

case "${1:-} ${2:-}" in
    'up none' | 'up pair' | 'up router' | 'up lan') up "$2" ;;
    'down ') down ;;
    *) usage ;;
esac
