# shellcheck source=examples/kubernetes/service-in-iptables/nodes.sh
. ./nodes.sh
make_pods
on server 'nft -f rules.nft'
on cli 'python3 count.py'
expect '三个后端各约三分之一' contains "$output" 均匀
expect '不多不少' lacks "$output" 不均匀
on server 'nft list map ip kube-proxy service-ips | grep 10.96'
expect '一万个 Service 也只是这张表里的一万个元素' contains "$output" 'goto service-web'
note 'ping 虚拟 IP、连没定义的端口、连没有端点的 Service：都立刻被拒绝'
on cli 'ping -c1 -W1 10.96.0.10'
expect 'ping 马上得到“端口不可达”' contains "$output" 'Destination Port Unreachable'
on cli 'curl -s -m 3 http://10.96.0.10:81/'
expect '端口写错，和没有端点一样是 refused' [ "$status" -eq 7 ]
on cli 'curl -s -m 3 http://10.96.0.11/'
expect '没有端点' [ "$status" -eq 7 ]
note '没有分配给任何 Service 的地址：丢弃，要等到超时'
on cli 'curl -s -m 2 http://10.96.0.99/'
expect '没有回音' [ "$status" -eq 28 ]
note 'iptables 模式没有后面这几条链：同样的错误一律没有回音'
on server 'nft flush chain ip kube-proxy filter-forward'
on cli 'curl -s -m 2 http://10.96.0.10:81/'
expect '去掉检查，写错的端口就是超时' [ "$status" -eq 28 ]
