listening="ip netns exec router awk '\$2 == 12 && \$4 != \"00000000\"' /proc/net/netlink | grep -q ."
arrived() {
    wait_for "[ \$(grep -c ' $1:' trace.log) -ge $2 ]"
}
order() {
    on router 'awk -f order.awk trace.log'
}

setup router 'bash every-chain.sh'
note '每表每链已有一条不做事的规则（every-chain.sh），空链不留痕迹'
apply router rules.sh
background router 'xtables-monitor --trace >>trace.log'
wait_for "$listening"

note '路径一：穿过路由器'
setup client 'ping -q -c 1 10.9.1.2'
arrived mangle:POSTROUTING:policy 2
on router 'head -n 3 trace.log'
order
expect '转发：PREROUTING 是 raw mangle nat，FORWARD 是 mangle filter security，POSTROUTING 是 mangle nat' \
    contains "$output" $'10.9.0.2 > 10.9.1.2\n  PREROUTING: raw mangle nat\n  FORWARD: mangle filter security\n  POSTROUTING: mangle nat'
expect '应答不再过 nat 表' \
    contains "$output" $'10.9.1.2 > 10.9.0.2\n  PREROUTING: raw mangle\n  FORWARD: mangle filter security\n  POSTROUTING: mangle'
expect '应答的 POSTROUTING 里没有 nat' lacks "${output##*POSTROUTING: }" nat

setup router ': >trace.log'
note '路径二：到路由器自己'
setup client 'ping -q -c 1 10.9.0.1'
arrived mangle:POSTROUTING:policy 1
order
expect '收进本机：INPUT 是 mangle filter nat security（iptables-nft）' \
    contains "$output" $'PREROUTING: raw mangle nat\n  INPUT: mangle filter nat security'

setup router ': >trace.log'
note '路径三：路由器自己发出'
setup router 'ping -q -c 1 10.9.1.2'
arrived security:INPUT:policy 1
order
expect '本机发出：OUTPUT 是 raw mangle nat filter security' \
    contains "$output" $'OUTPUT: raw mangle nat filter security\n  POSTROUTING: mangle nat'
