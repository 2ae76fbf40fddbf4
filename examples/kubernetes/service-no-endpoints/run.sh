endpoints='kubectl get endpointslice -l kubernetes.io/service-name=web -o json'
ask='kubectl exec client -- wget -qO- http://web/'

setup client 'kubectl apply -f web.yaml && kubectl run client --image=lab/box:1 -- sleep infinity'
setup client 'kubectl wait --for=condition=Ready pod/client --timeout=30s'
wait_for "$endpoints | jq -e '.items | length > 0'" 20

on client "$ask"
expect '立刻被拒绝' contains "$output" 'Connection refused'
on client "$endpoints | jq -c '.items[].endpoints'"
expect '没有端点：选择器选不到 Pod' [ "$output" = null ]

note '改对选择器，Pod 还没有就绪'
setup client $'kubectl patch service web -p \'{"spec":{"selector":{"app":"web"}}}\''
wait_for "$endpoints | jq -e '.items[].endpoints | length > 0'" 20
on client "$endpoints | jq -c '.items[].endpoints[].conditions'"
expect '地址在，ready 是 false' contains "$output" '"ready":false'
on client "$ask"
expect '还是被拒绝' contains "$output" 'Connection refused'

note '让 Pod 就绪'
setup client 'kubectl exec web -- touch /tmp/ready'
wait_for "$endpoints | jq -e '.items[].endpoints[].conditions.ready'" 20
wait_for "$ask" 20
on client "$ask"
expect '通了' [ "$output" = 'v1 web' ]

note 'targetPort 写错：端点是好的，拒绝来自 Pod 自己'
setup client $'kubectl patch service web -p \'{"spec":{"ports":[{"port":80,"targetPort":8081}]}}\''
wait_for "! $ask" 20
on client "$ask"
expect '客户端看到的是同一句话' contains "$output" 'Connection refused'
on client "$endpoints | jq -c '.items[] | [.ports[].port, .endpoints[].conditions.ready]'"
expect '端点是就绪的，端口是错的' [ "$output" = '[8081,true]' ]
