# CoreDNS 不在的那一台
node=$(comm -23 <(printf 'node1\nnode2\n') <(kubectl -n kube-system get pod -l k8s-app=kube-dns -o jsonpath='{.items[*].spec.nodeName}') | head -n 1)
pod="kubectl get pod hog -o json | jq -r '.status"
condition="kubectl get node $node -o json | jq -r '.status.conditions[] | select(.type == \"DiskPressure\").status'"

setup "$node" "sed -i 's/^evictionHard.*/evictionHard: {nodefs.available: 150Mi}/' /var/lib/kubelet/config.yaml; echo evictionPressureTransitionPeriod: 5s >>/var/lib/kubelet/config.yaml; /opt/handbook/cluster/kubelet.sh restart"
# 盘缩小到只剩 250 MiB
setup "$node" 'mount -o remount,size=$(($(df --output=used -k /var/lib/kubelet | tail -n 1) + 256000))k /var/lib/kubelet'
setup client "sed 's/^spec:/&\n  nodeName: $node/' hog.yaml | kubectl apply -f -"
setup client 'kubectl wait --for=condition=Ready pod/hog --timeout=40s'
on client "$condition"
expect '开始时没有事' [ "$output" = False ]
on client 'kubectl exec hog -- dd if=/dev/zero of=/data/file bs=1M count=200 2>/dev/null'
wait_for "$pod.reason' | grep -q Evicted" 60
on client "$pod.message' | sed 's/available: .*/available: …/'"
expect '盘快满了' contains "$output" 'The node was low on resource: ephemeral-storage.'
on client "$pod | .phase, .reason'"
expect '写在 status.reason 里' [ "$output" = $'Failed\nEvicted' ]

note '只读：节点的条件和污点'
on client "$condition"
expect '节点说自己盘紧张' [ "$output" = True ]
wait_for "kubectl get node $node -o json | jq -e '.spec.taints[]? | select(.key == \"node.kubernetes.io/disk-pressure\")'" 20
on client "kubectl get node -o json | jq -r '.items[].spec.taints[]? | .key, .effect'"
expect '带着污点，别的 Pod 不再来' [ "$output" = $'node.kubernetes.io/disk-pressure\nNoSchedule' ]

note '空间还回来，条件要再过一阵才消（默认 5 分钟，这里改成了 5 秒）'
on client 'kubectl delete pod --field-selector=status.phase=Failed'
wait_for "[ \"\$($condition)\" = False ]" 60
on client "$condition"
expect '恢复了' [ "$output" = False ]
setup "$node" 'mount -o remount,size=2g /var/lib/kubelet; for image in /var/lib/cluster/images/*.tar; do ctr -n k8s.io images import "$image"; done'
setup "$node" "sed -i 's/^evictionHard.*/evictionHard: {memory.available: 50Mi, nodefs.available: 5%, imagefs.available: 5%}/; /^evictionPressure/d' /var/lib/kubelet/config.yaml; /opt/handbook/cluster/kubelet.sh restart"
