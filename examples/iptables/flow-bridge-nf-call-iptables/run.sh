apply switch rules.sh
on switch 'sysctl -w net.bridge.bridge-nf-call-iptables=0'
on alice 'ping -q -c 3 -i 0.2 -W 1 192.168.1.2'
expect '关：同一网桥上的两台照样通' contains "$output" ' 0% packet loss'
on switch "iptables-save -c -t filter | grep -e '-A'"
expect '关：FORWARD 一个包也没有见到' contains "$output" '[0:0] -A FORWARD'
on switch 'sysctl -w net.bridge.bridge-nf-call-iptables=1'
on alice 'ping -q -c 3 -i 0.2 -W 1 192.168.1.2'
expect '开：被 FORWARD 丢掉' contains "$output" '100% packet loss'
on switch "iptables-save -c -t filter | grep -e '-A'"
expect '开：FORWARD 丢了 3 个' contains "$output" '[3:252] -A FORWARD'
