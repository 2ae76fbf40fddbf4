apply router rules.sh
note '10.9.1.1 在路由器的另一块网卡上，仍是本机地址'
on router 'ip route get 10.9.1.1 from 10.9.0.2 iif eth0'
expect '路由判决的结果是 local' contains "$output" 'local 10.9.1.1'
on client 'ping -q -c 3 -i 0.2 10.9.1.1'
on router "iptables-save -c -t filter | grep -e '-A'"
expect '走 INPUT' contains "$output" '[3:252] -A INPUT'
expect '不走 FORWARD' contains "$output" '[0:0] -A FORWARD'
note '10.9.1.2 也是内网地址，但属于别的主机'
on router 'ip route get 10.9.1.2 from 10.9.0.2 iif eth0'
expect '路由判决的结果不是 local' lacks "$output" 'local'
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on router "iptables-save -c -t filter | grep -e '-A'"
expect '走 FORWARD' contains "$output" '[6:504] -A FORWARD'
expect 'INPUT 没有增加' contains "$output" '[3:252] -A INPUT'
note '本机地址的全部名单'
on router 'ip route show table local type local'
expect '名单里有 10.9.1.1' contains "$output" 'local 10.9.1.1'
expect '名单里没有 10.9.1.2' lacks "$output" '10.9.1.2 '
