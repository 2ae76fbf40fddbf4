counters() {
    on router "iptables-save -c -t mangle | grep -e '-A'"
}

apply router rules.sh
note '路径一：客户端到服务器，穿过路由器（3 个请求、3 个应答）'
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
counters
expect '转发的包过 PREROUTING' contains "$output" '[6:504] -A PREROUTING'
expect '转发的包过 FORWARD' contains "$output" '[6:504] -A FORWARD'
expect '转发的包过 POSTROUTING' contains "$output" '[6:504] -A POSTROUTING'
expect '转发的包不过 INPUT' contains "$output" '[0:0] -A INPUT'
expect '转发的包不过 OUTPUT' contains "$output" '[0:0] -A OUTPUT'

setup router 'iptables -t mangle -Z'
note '路径二：客户端到路由器自己（计数已清零）'
on client 'ping -q -c 3 -i 0.2 10.9.0.1'
counters
expect '收到的请求过 PREROUTING 和 INPUT' contains "$output" $'[3:252] -A PREROUTING -p icmp\n[3:252] -A INPUT'
expect '发出的应答过 OUTPUT 和 POSTROUTING' contains "$output" $'[3:252] -A OUTPUT -p icmp\n[3:252] -A POSTROUTING'
expect '收给本机的包不过 FORWARD' contains "$output" '[0:0] -A FORWARD'

setup router 'iptables -t mangle -Z'
note '路径三：路由器自己发出（计数已清零）'
on router 'ping -q -c 1 10.9.1.2'
counters
expect '本机发出的包从 OUTPUT 开始，应答从 INPUT 收进来' contains "$output" $'[1:84] -A INPUT -p icmp\n[0:0] -A FORWARD -p icmp\n[1:84] -A OUTPUT'
