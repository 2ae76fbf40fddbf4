on client 'cat /sys/class/net/eth0/address'
on router 'cat /sys/class/net/eth1/address'
apply server rules.sh
on client 'ping -q -c 2 -i 0.2 10.9.1.2'
expect '两个 ping 都通' contains "$output" '2 received'
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1, \$NF }'"
expect '发送者自己的 MAC：0 个包' contains "$output" '0 02:00:00:00:00:02'
expect '路由器靠服务器一侧的 MAC：2 个包' contains "$output" '2 02:00:00:00:00:11'
