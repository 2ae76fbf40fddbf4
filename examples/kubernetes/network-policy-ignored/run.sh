setup client 'kubectl run web --image=lab/web:1 --port=8080'
setup client 'kubectl run ask --image=lab/box:1 -- sleep infinity'
setup client 'kubectl wait --for=condition=Ready pod/web pod/ask --timeout=30s'
address=$(kubectl get pod web -o jsonpath='{.status.podIP}')
wait_for "kubectl exec ask -- wget -qO- -T 2 http://$address:8080/" 20

on client 'kubectl apply -f deny.yaml'
on client "kubectl describe networkpolicy default-deny | grep -A1 'Allowing ingress' | sed 's/^ *//'"
expect 'describe 说已经隔离' contains "$output" 'Selected pods are isolated for ingress connectivity'
on client 'kubectl exec ask -- wget -qO- -T 2 "http://$(kubectl get pod web -o jsonpath={.status.podIP}):8080/"'
expect '照样连得上，没有任何警告' [ "$output" = 'v1 web' ]

note '谁来执行它：集群里没有策略控制器，节点上没有它的规则'
on client 'kubectl get daemonset -A'
expect '没有 calico、cilium、kube-router' contains "$output" 'No resources found'
on node1 "jq -r '.plugins[].type' /etc/cni/net.d/10-lab.conflist"
expect '网络插件只有 bridge 和 portmap' [ "$output" = $'bridge\nportmap' ]
on node1 '{ iptables-save; nft list tables; } | grep -ciE "cali|cilium|KUBE-NWPLCY|network-pol"'
expect '一条策略的规则也没有' [ "$output" = 0 ]
