ready='kubectl get node node2 -o json | jq -r ".status.conditions[] | select(.type == \"Ready\") | .status"'
slice="kubectl get endpointslice -l kubernetes.io/service-name=web -o json | jq -c '.items[].endpoints | sort_by(.nodeName) | .[] | [.nodeName, .conditions.ready]'"

setup client 'kubectl apply -f web.yaml'
setup client 'kubectl rollout status deployment/web --timeout=40s'
on client "$slice"
expect '两台各有一个就绪的端点' [ "$output" = $'["node1",true]\n["node2",true]' ]
pod=$(kubectl get pod -o json | jq -r '.items[] | select(.spec.nodeName == "node2").metadata.name')

note '拔掉 node2 的网线'
on switch 'ip link set node2 down'
cut=$SECONDS
wait_for "[ \"\$($ready)\" = Unknown ]" 70
unknown=$((SECONDS - cut))
on client "kubectl get node node2 -o json | jq -r '.status.conditions[] | select(.type == \"Ready\") | .status, .reason, .message'"
expect '断网后 38 到 62 秒判为 Unknown' between "$unknown" 38 62
wait_for "kubectl get node node2 -o json | jq -e '.spec.taints | length >= 2'" 10
on client "kubectl get node node2 -o json | jq -r '.spec.taints[] | .key + \" \" + .effect' | sort"
expect '污点 unreachable' contains "$output" 'node.kubernetes.io/unreachable NoExecute'
wait_for "$slice | grep -q false" 10
on client "$slice"
expect '地址还在，ready 变成 false' contains "$output" '["node2",false]'
on client "kubectl get pod $pod --no-headers | awk '{ print \$2, \$3 }'"
expect '那个 Pod 还显示 1/1 Running' [ "$output" = '1/1 Running' ]

note '容忍 20 秒以后'
wait_for "kubectl get pod $pod -o jsonpath={.metadata.deletionTimestamp} | grep -q ." 40
wait_for 'kubectl get pod -o json | jq -e "[.items[] | select(.metadata.deletionTimestamp == null and .spec.nodeName == \"node1\" and .status.phase == \"Running\")] | length == 2"' 30
on client 'kubectl get pod -o json | jq -r ".items[] | .spec.nodeName + (if .metadata.deletionTimestamp then \" 正在删除\" else \" \" + .status.phase end)" | sort'
expect '旧的停在删除中，替补在 node1' [ "$output" = $'node1 Running\nnode1 Running\nnode2 正在删除' ]
on node2 'crictl ps --name web -q | wc -l'
expect '断网的 node2 上，容器一直在跑' [ "$output" = 1 ]

note '插回网线'
on switch 'ip link set node2 up'
wait_for "[ \"\$($ready)\" = True ]" 60
wait_for "! kubectl get pod $pod" 60
on client 'kubectl get pod -o json | jq -r ".items[].spec.nodeName" | sort'
expect '旧的删掉了，新的不会搬回来' [ "$output" = $'node1\nnode1' ]
