addresses="kubectl get node -o json | jq -r '.items[] | .metadata.name + \" \" + (.status.addresses[] | select(.type == \"InternalIP\").address)'"

setup client $'kubectl run web --image=lab/web:1 --overrides=\'{"spec":{"nodeName":"node2"}}\''
setup client 'kubectl wait --for=condition=Ready pod/web --timeout=30s'
on client 'kubectl exec web -- hostname'
expect '开始时进得去' [ "$output" = web ]

note '每台虚拟机的第一块网卡都是 10.0.2.15；node2 的 kubelet 用了它，而控制面到 10.0.2.15 去的是 node1'
for node in node1 node2; do
    setup "$node" 'ip link add nat0 type bridge && ip addr add 10.0.2.15/24 dev nat0 && ip link set nat0 up'
done
setup control 'ip route add 10.0.2.15 via 10.9.0.11'
setup node2 '/opt/handbook/cluster/kubelet.sh restart --node-ip=10.0.2.15'
wait_for "$addresses | grep -q 10.0.2.15" 40
on client 'kubectl exec web -- hostname'
expect 'node1 的 kubelet 说没有这个 Pod' [ "$output" = 'error: unable to upgrade connection: pod does not exist' ]
on client 'kubectl logs web'
expect 'logs 的说法不同，是同一件事' contains "$output" 'the server could not find the requested resource'
on client 'kubectl get pod web --no-headers | awk "{ print \$2, \$3 }"'
expect 'Pod 好好的' [ "$output" = '1/1 Running' ]

note '只读：登记的地址，是不是控制面到得了的那个'
on client "$addresses"
expect 'node2 是 10.0.2.15' contains "$output" 'node2 10.0.2.15'
on control 'ip route get 10.0.2.15 | head -n 1 | sed "s/ uid.*//"'
expect '控制面发给了 10.9.0.11，那是 node1' contains "$output" 10.9.0.11

note '没有人在那个地址上时，是另一句'
on control 'ip route replace unreachable 10.0.2.15'
on client 'kubectl exec web -- hostname'
expect '连不上 10250' contains "$output" 'error dialing backend: dial tcp 10.0.2.15:10250'

note 'kubelet 写上 --node-ip，重启它'
on node2 '/opt/handbook/cluster/kubelet.sh restart --node-ip=10.9.0.12'
wait_for 'kubectl exec web -- hostname' 40
on client "$addresses"
expect '地址对了' contains "$output" 'node2 10.9.0.12'
on client 'kubectl exec web -- hostname'
expect '进去了，Pod 没有重建' [ "$output" = web ]
note '节点的地址变了，那台的 kube-proxy 自己退出；DaemonSet 会再起它，这里没有'
wait_for '! /opt/handbook/cluster/on.sh node2 pgrep kube-proxy' 20
on node2 'grep -o "\"NodeIPs changed for the node\"" /var/log/cluster/node2-kube-proxy.log | tail -n 1'
expect '日志的最后一句' [ "$output" = '"NodeIPs changed for the node"' ]
