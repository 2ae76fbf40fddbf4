drain='kubectl drain node2 --ignore-daemonsets --delete-emptydir-data --pod-selector=app'

setup client 'kubectl apply -f web.yaml'
setup client 'kubectl rollout status deployment/web --timeout=40s'
setup client $'kubectl run bare --labels=app=bare --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node2","terminationGracePeriodSeconds":1}}\' -- sleep infinity'
setup client 'kubectl wait --for=condition=Ready pod/bare --timeout=30s'
on client "kubectl get pod -o json | jq -r '.items[] | select(.spec.nodeName == \"node2\").metadata.labels.app' | sort"
expect 'node2 上有一个 web 和一个裸 Pod' [ "$output" = $'bare\nweb' ]

on client "$drain"
expect '有裸 Pod，一个也不驱逐' contains "$output" 'cannot delete Pods that declare no controller (use --force to override)'
on client 'kubectl get node node2 --no-headers | awk "{ print \$1, \$2 }"'
expect '节点已经不让调度了' contains "$output" SchedulingDisabled

note '裸 Pod 可以丢：加 --force，它不会回来'
on client "$drain --force --timeout=8s 2>&1 | grep -oE 'Cannot evict pod as .*|global timeout reached: 8s' | sort -u"
expect 'PDB 不许再少一个' contains "$output" "Cannot evict pod as it would violate the pod's disruption budget."
expect '到时间就放弃' contains "$output" 'global timeout reached: 8s'
on client 'kubectl get pod bare'
expect '裸 Pod 没有了' contains "$output" 'pods "bare" not found'
on client 'kubectl get pdb web -o jsonpath="{.status.disruptionsAllowed}"'
expect '允许中断 0 个' [ "$output" = 0 ]

note '先多一个副本'
on client 'kubectl scale deployment/web --replicas=3'
setup client 'kubectl rollout status deployment/web --timeout=40s'
on client "$drain --force --timeout=60s 2>/dev/null | tail -n 1"
expect '腾空了' [ "$output" = 'node/node2 drained' ]

note '再建一个选中同一批 Pod 的 PDB'
on client 'kubectl create poddisruptionbudget second --selector=app=web --min-available=1'
on client "kubectl drain node1 --ignore-daemonsets --pod-selector=app=web --timeout=20s 2>&1 | grep -oE 'This pod has more than one [^,]*, [a-z ]*' | sort -u"
expect '两个 PDB 的 Pod 不能驱逐' \
    contains "$output" 'This pod has more than one PodDisruptionBudget, which the eviction subresource does not support'
on client 'kubectl uncordon node1 node2'
expect '两台都还回去了' [ "$status" = 0 ]
on client "kubectl get pod -o json | jq -r '.items[] | select(.spec.nodeName == \"node2\").metadata.name' | wc -l"
expect '迁走的 Pod 不会自己回来' [ "$output" = 0 ]
