note '正常：打开转发时问路由，出口是 eth1'
on router 'ip route get 10.9.1.2 from 10.9.0.2 iif eth0'
expect '路由判决给出出口 eth1' contains "$output" 'dev eth1'
apply router rules.sh
note '故障：转发关着'
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.1.2'
expect '全丢，客户端没有收到任何报错' contains "$output" '3 packets transmitted, 0 received, 100% packet loss'
on router "iptables-save -c -t mangle | grep -e '-A'"
expect 'PREROUTING 见到 3 个' contains "$output" '[3:252] -A PREROUTING'
expect 'FORWARD 一个也没有' contains "$output" '[0:0] -A FORWARD'
on router 'ip route get 10.9.1.2 from 10.9.0.2 iif eth0'
expect '路由判决直接拒绝' contains "$output" 'No route to host'
on router 'nstat -asz IpInAddrErrors'
expect '丢掉的 3 个包记在 IpInAddrErrors' [ "$(awk '/IpInAddrErrors/ {print $2}' <<<"$output")" -eq 3 ]
note '修好：打开转发'
on router 'sysctl -w net.ipv4.ip_forward=1'
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.1.2'
expect '通了' contains "$output" ' 0% packet loss'
