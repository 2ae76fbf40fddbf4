#!/usr/bin/env bash
# The test bench: hosts as network namespaces, cables as veth pairs. The tests build it with this very file.
#
#   sudo bash lab.sh up pair|router|lan|none    build it
#   sudo ip netns exec client bash              work on a host
#   sudo bash lab.sh down                       remove every host of it again
set -euo pipefail

readonly HOSTS='client server router alice bob mallory switch local'

usage() {
    sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
    exit 2
}

# A host: a namespace whose loopback is up, and whose IPv6 is off, so that captures show only what the example sends.
host() {
    ip netns add "$1"
    ip netns exec "$1" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    ip -n "$1" link set lo up
}

# A cable: host, device, last byte of the MAC address, on both ends. Fixed addresses make every run print the same.
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
    # A lab that is built by half is worse than none.
    trap down ERR
    "up_$1"
}

case "${1:-} ${2:-}" in
    'up none' | 'up pair' | 'up router' | 'up lan') up "$2" ;;
    'down ') down ;;
    *) usage ;;
esac
