apply router rules.sh
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '到路由器自己：全丢' contains "$output" '100% packet loss'
on router "iptables-save -c -t filter | grep -e '-A'"
expect 'INPUT 丢了 3 个' contains "$output" '[3:252] -A INPUT'
expect 'FORWARD 一个也没有见到' contains "$output" '[0:0] -A FORWARD'
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.1.2'
expect '穿过路由器：不受 INPUT 的 DROP 影响' contains "$output" ' 0% packet loss'
on router "iptables-save -c -t filter | grep -e '-A'"
expect 'FORWARD 见到 6 个' contains "$output" '[6:504] -A FORWARD'
expect 'INPUT 仍然是 3 个' contains "$output" '[3:252] -A INPUT'
