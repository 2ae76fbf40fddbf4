# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# The names pod1 and pod2 must be made outside `ip netns exec`, whose mount namespace would keep them to itself.
ip netns add pod1
ip netns add pod2
ip -n pod1 link set lo up
ip -n pod2 link set lo up
nsenter --net=/run/netns/client bash -e tunnel.sh 10.9.0.2 10.9.1.2 1 2
nsenter --net=/run/netns/server bash -e tunnel.sh 10.9.1.2 10.9.0.2 2 1
# The underlay: one stretch carries less than 1500, and the message about it is lost on the way.
setup router 'ip link set eth1 mtu 1400; iptables -A OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP'
setup server 'ip link set eth0 mtu 1400'
background pod2 'exec nc -n -k -l 9000'
wait_port pod2 9000
on pod1 'ping -c1 -W2 10.244.2.2 | grep -o "1 received"; echo hi | timeout 4 nc -n -N 10.244.2.2 9000'
expect '小包通，连接建得起来' [ "$status$output" = '01 received' ]
on pod1 'head -c 300000 /dev/zero | timeout 4 nc -n -N 10.244.2.2 9000'
expect '大包卡住，一直到超时' [ "$status" -eq 124 ]
note '不许分片，逐步改大小：通的最大的一个再加 28，就是 Pod 能用的 MTU'
on pod1 'for size in 1422 1372 1323 1322; do ping -c1 -W1 -M do -s $size 10.244.2.2 >/dev/null && echo "$size 通" || echo "$size 不通"; done'
expect '1322 加 28 是 1350，正好是 1400 减 50' contains "$output" '1322 通'
expect '再大一个字节就不通' contains "$output" '1323 不通'
note '隧道包出去了，中间那台没有转过来'
on client 'timeout 3 tcpdump -c1 -lni eth0 udp port 8472 2>/dev/null | grep -o "10.9.0.2.* > 10.9.1.2.8472" | sed "s/\.[0-9]* >/.端口 >/" & sleep 0.5; ip netns exec pod1 ping -c1 -W1 -M do -s 1422 10.244.2.2 >/dev/null; wait'
expect '源节点上看得到' contains "$output" '10.9.1.2.8472'
note '把 Pod 的 MTU 改成 1350'
setup pod1 'ip link set eth0 mtu 1350'
background pod2 'exec nc -n -l 9001'
wait_port pod2 9001
on pod1 'head -c 300000 /dev/zero | timeout 4 nc -n -N 10.244.2.2 9001'
expect '传得过去了' [ "$status" -eq 0 ]
