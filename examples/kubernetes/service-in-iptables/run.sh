# shellcheck source=examples/kubernetes/service-in-iptables/nodes.sh
. ./nodes.sh
make_pods
on server 'iptables-restore rules.v4'
on cli 'python3 count.py'
expect '三个后端各约三分之一' contains "$output" 均匀
expect '不多不少' lacks "$output" 不均匀
on cli 'ping -c1 -W1 10.96.0.10'
expect 'ping 不通：这个地址不在任何网卡上，规则只管 TCP 80' contains "$output" '100% packet loss'
on server 'ip -br addr | grep -c 10.96.0.10'
expect '节点上没有这个地址' [ "$output" -eq 0 ]
on server 'iptables -t nat -F KUBE-SVC-WEB; iptables -A FORWARD -d 10.96.0.10 -p tcp --dport 80 -j REJECT'
on cli 'curl -s -m 3 http://10.96.0.10/'
expect '没有端点时：立刻被拒绝' [ "$status" -eq 7 ]
on server 'iptables -nvL FORWARD | grep REJECT | awk "{ print \$1 }"'
expect '是这条规则拒绝的' [ "$output" -ge 1 ]
