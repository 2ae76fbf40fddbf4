# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
renice -n -15 -p "$BASHPID" >/dev/null 2>&1 # 秒数要准：机器再忙，也先轮到它
# alice 192.168.1.1 优先级 110，bob 192.168.1.2 优先级 90，mallory 是访问的人
holders() { # 地址：谁拿着
    for name in alice bob; do
        ip -n "$name" -4 addr show dev eth0 | grep -q "${1:-192.168.1.200}/" && printf '%s ' "$name"
    done
}
export -f holders
until_held_by() { wait_for "[ \"\$(holders ${2:-192.168.1.200})\" = '$1' ]" 30; }
start() { # 主机 配置文件
    ip netns exec "$1" keepalived -n -l -f "$PWD/$2" -p "$PWD/$1.pid" -r "$PWD/$1.vrrp" -c "$PWD/$1.check" \
        -b "$PWD/$1.bfd" >"$1.log" 2>&1 &
    disown
    wait_for "[ -s $1.pid ]" 10
}
# bob 起来了，听见了 alice
backed_up() { wait_for 'grep -q "Entering BACKUP STATE" bob.log'; }
finish() { # 主机…：停掉，VIP 撤下
    local name
    for name in "$@"; do
        kill "$(cat "$name.pid")"
        wait_for "[ ! -e $name.pid ]" 10
    done
}
sed 's/priority 110/priority 90/' web.conf >bob.conf
chmod 644 ./*.conf
seen='ping -c1 -W1 192.168.1.200 | grep -c "bytes from"; ip neigh show 192.168.1.200 | cut -d" " -f5'

split_and_heal() { # 两边都丢 VRRP 直到脑裂，再放开：bob 先听见，让出；alice 从没离开 MASTER
    for name in alice bob; do ip netns exec "$name" iptables -A INPUT -p 112 -j DROP; done
    until_held_by 'alice bob '
    ip netns exec mallory ping -c1 -W1 192.168.1.200 >/dev/null
    for name in bob alice; do
        ip netns exec "$name" iptables -F INPUT
        until_held_by 'alice '
    done
}

note '两边都收不到对方，后来网络好了，又只有 alice 拿着'
ip netns exec mallory tcpdump -i eth0 -nn --immediate-mode -U -w garp.pcap arp and ether src 02:00:00:00:00:0a 2>/dev/null &
garp=$!
wait_for 'test -s garp.pcap'
start alice web.conf
until_held_by 'alice '
start bob bob.conf
backed_up
# 当上主时发五个免费 ARP，五秒后再发五个（garp_master_delay）：后五个不能落在脑裂之后
wait_for '[ "$(tcpdump -nn -r garp.pcap 2>/dev/null | grep -c "who-has 192.168.1.200")" -ge 10 ]'
stop "$garp"
split_and_heal
on mallory "$seen"
expect '客户端还把包发给 bob：不通' contains "$output" $'0\n02:00:00:00:00:0b'
on alice 'arping -U -c 1 -I eth0 192.168.1.200 >/dev/null'
on mallory "$seen"
expect 'alice 手工发一次免费 ARP：通了' contains "$output" $'1\n02:00:00:00:00:0a'
finish alice bob
sed 's/advert_int 1/&\n    garp_master_refresh 2/' web.conf >refresh.conf
start alice refresh.conf
until_held_by 'alice '
start bob bob.conf
backed_up
split_and_heal
wait_for 'ip netns exec mallory ip neigh show 192.168.1.200 | grep -q 02:00:00:00:00:0a' 10
on mallory "$seen"
expect '写了 garp_master_refresh 2：两秒里自己好' contains "$output" $'1\n02:00:00:00:00:0a'
finish alice bob

note '口令只写了一边'
sed 's/advert_int 1/&\n    authentication {\n        auth_type PASS\n        auth_pass example\n    }/' web.conf >password.conf
start alice password.conf
until_held_by 'alice '
start bob bob.conf
until_held_by 'alice bob '
on bob 'tcpdump -c 1 -ni eth0 vrrp and src 192.168.1.1 2>/dev/null | grep -o "VRRPv2, Advertisement, vrid 51, prio 110, authtype [a-z]*"'
expect '抓得到主机的报文' contains "$output" 'prio 110'
on bob 'grep -o "received a . auth" bob.log | sort -u'
expect '两台都拿着；日志说口令的种类不对' contains "$output" 'auth'
finish alice bob

note '间隔两边不一样'
sed 's/advert_int 1/advert_int 3/' bob.conf >slow.conf
start alice web.conf
until_held_by 'alice '
start bob slow.conf
until_held_by 'alice bob '
on bob 'grep -oE "advertisement interval mismatch|mine=. sec rcv.d=. sec" bob.log | sort -u'
expect '两台都拿着；日志说间隔不对' contains "$output" 'mine=3'
finish alice bob

note 'bob 是另一组，地址是 .222，virtual_router_id 却也写 51'
sed 's/\.200/.222/' bob.conf >other.conf
start alice web.conf
until_held_by 'alice '
start bob other.conf
wait_for 'grep -q "VRID 51 not present in" bob.log'
sleep 5 # 听不见别人，四秒就会当主
on bob 'grep -o "VRID 51 not present in" bob.log | sort -u; ip -br -4 addr show dev eth0 | grep -c 192.168.1.222'
expect '不是脑裂：.200 只有 alice 拿着，bob 的日志一直在报' [ "$(holders)" = 'alice ' ]
finish alice bob

note 'alice 的进程全被 kill -9'
start alice web.conf
until_held_by 'alice '
start bob bob.conf
backed_up
# 先停住父进程：它一死，管 VRRP 的进程就收到 TERM，会好好撤下地址
kill -STOP "$(cat alice.pid)"
kill -9 "$(cat alice.vrrp)" "$(cat alice.pid)"
until_held_by 'alice bob '
on alice 'ip -br -4 addr show dev eth0 | grep -c 192.168.1.200'
on bob 'ip -br -4 addr show dev eth0 | grep -c 192.168.1.200'
expect '没有人撤下 alice 的地址：两台都拿着' [ "$(holders)" = 'alice bob ' ]
finish bob
ip -n alice addr del 192.168.1.200/24 dev eth0
rm -f alice.pid alice.vrrp alice.check alice.bfd

note '网络不传组播：用单播'
sed 's/priority 110/priority 90/; s/unicast_src_ip 192.168.1.1/unicast_src_ip 192.168.1.2/; s/unicast_peer { 192.168.1.2 }/unicast_peer { 192.168.1.1 }/' \
    unicast.conf >bob-unicast.conf
for name in alice bob; do ip netns exec "$name" iptables -A INPUT -d 224.0.0.18 -j DROP; done
start alice unicast.conf
until_held_by 'alice '
start bob bob-unicast.conf
sleep 6
on bob 'tcpdump -c 1 -ni eth0 vrrp and src 192.168.1.1 2>/dev/null | grep -o "192.168.1.1 > [0-9.]*: VRRPv2"'
expect '报文直接发给对端，只有 alice 拿着' [ "$(holders)" = 'alice ' ]
for name in alice bob; do ip netns exec "$name" iptables -F INPUT; done
finish alice bob

note '检查配置：退出码和打印的话都要看'
mkdir -m 755 /run/checks
printf '#!/bin/sh\nexit 0\n' >/run/checks/healthy.sh
on alice 'chmod 755 /run/checks/healthy.sh; keepalived -t -f $PWD/scripted.conf'
expect '没有错：不出声，退出 0' [ "$status" = 0 ]
on alice 'chmod 777 /run/checks/healthy.sh; keepalived -t -f $PWD/scripted.conf'
expect '别人能写的脚本被停用：退出 5，照样跑起来的话代理死了也不漂移' [ "$status" = 5 ]
on alice 'keepalived -t -f $PWD/no-such.conf'
expect '文件不存在：退出 0' [ "$status" = 0 ]
on alice 'chmod 755 scripted.conf; keepalived -t -f $PWD/scripted.conf'
expect '文件有执行权限：跳过，退出 0' [ "$status" = 0 ]
