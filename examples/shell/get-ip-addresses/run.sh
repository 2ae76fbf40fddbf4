# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link add eth0 type veth peer name far && ip link set far up && ip link set eth0 up'
setup local 'ip addr add 172.16.160.215/24 dev eth0 && ip addr add 10.9.9.9/24 dev eth0 && ip route add default via 172.16.160.1'
on local 'bash addr.sh eth0'
expect '两个地址，两行' [ "$output" = $'172.16.160.215\n10.9.9.9' ]
on local 'ip -j -4 addr show dev eth0 | jq -r ".[].addr_info[].local"'
expect 'JSON 的写法，结果相同' [ "$output" = $'172.16.160.215\n10.9.9.9' ]
on local 'ip route get 1.1.1.1'
expect '出去用哪个地址，看 src' contains "$output" 'src 172.16.160.215'
on local 'hostname -I | cat -A'
expect '全部地址一行，行尾有空格；$ 是 cat -A 加的行尾记号' contains "$output" '10.9.9.9'
setup local 'printf "127.0.0.1 localhost\n127.0.1.1 web-1\n" >hosts'
mount --bind hosts /etc/hosts
on local 'unshare --uts sh -c "hostname web-1; hostname -i"'
expect '-i 只是解析主机名，和网卡无关' [ "$output" = 127.0.1.1 ]
on local 'bash addr.sh lo'
expect '回环没有全局地址：没有输出，不算失败' [ "$status$output" = 0 ]
on local 'bash addr.sh eth9'
expect '没有这块网卡：退出码 1' [ "$status" -eq 1 ]
note '常抄的写法错在哪'
on local "ifconfig eth0 | awk -F'[ :]+' '/inet addr/ { print \$4 }'"
expect '老格式的 inet addr: 已经没有了：没有输出，也没有报错' [ "$status$output" = 0 ]
on local "ifconfig eth0 | awk '/netmask/ { print \$2 }'"
expect '换成新格式，也只有第一个地址' [ "$output" = 172.16.160.215 ]
setup local 'sysctl -qw net.ipv6.conf.eth0.disable_ipv6=0'
on local 'ip -4 addr flush dev eth0; ip -6 addr add fd00::2/64 dev eth0 nodad; ip -6 addr flush dev eth0 scope link'
on local "ifconfig eth0 | sed -rn '2s/^[^0-9]+([0-9.]+) .*\$/\1/p'"
expect '写死第 2 行：只有 IPv6 时取出一个 6' [ "$output" = 6 ]
