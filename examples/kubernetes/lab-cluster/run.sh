on client 'kubectl get node -o custom-columns=NAME:.metadata.name,VERSION:.status.nodeInfo.kubeletVersion,READY:.status.conditions[-1:].status'
expect '两个节点都是 Ready' [ "$(grep -c True <<<"$output")" = 2 ]

on client 'kubectl apply -f web.yaml'
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '两个副本都就绪' contains "$output" 'successfully rolled out'
on client 'kubectl get pod -l app=web -o jsonpath="{range .items[*]}{.spec.nodeName}{\"\n\"}{end}" | sort'
expect '一个节点一个' [ "$output" = $'node1\nnode2' ]

note '从另一个 Pod 里按名字访问'
setup client 'kubectl run ask --image=lab/box:1 -- sleep infinity && kubectl wait --for=condition=Ready pod/ask --timeout=30s'
on client 'kubectl exec ask -- wget -qO- http://web | cut -d- -f1'
expect 'CoreDNS 解析名字，Service 转给一个 Pod' [ "$output" = 'v1 web' ]
on node1 'crictl ps --name web -o json | jq ".containers | length"'
expect 'node1 的运行时里有一个 web 容器' [ "$output" = 1 ]
