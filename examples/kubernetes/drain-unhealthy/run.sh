drain='kubectl drain node2 --ignore-daemonsets --pod-selector=app=web'
pdb='kubectl get pdb web -o jsonpath="健康 {.status.currentHealthy}，要 {.status.desiredHealthy}，还许中断 {.status.disruptionsAllowed}"'
on_node2="kubectl get pod -o json | jq -r '.items[] | select(.spec.nodeName == \"node2\" and .metadata.deletionTimestamp == null).metadata.name'"

setup client 'kubectl apply -f web.yaml && kubectl rollout status deployment/web --timeout=40s'
setup client "kubectl exec \$($on_node2) -- touch /tmp/broken"
wait_for "$pdb | grep -q '健康 1，要 2'" 20
note 'node2 上的那个不就绪；PDB 要 2 个健康'
on client "$pdb"
expect '还许中断 0 个' [ "$output" = '健康 1，要 2，还许中断 0' ]
on client "$drain --timeout=8s 2>&1 | grep -oE 'Cannot evict pod as .*|global timeout reached: 8s' | sort -u"
expect '坏的那个也不许驱逐' contains "$output" "Cannot evict pod as it would violate the pod's disruption budget."
expect '到时间就放弃' contains "$output" 'global timeout reached: 8s'
on client "$drain --dry-run=server --timeout=4s 2>&1 | grep -oE 'Cannot evict pod as .*|global timeout reached: 4s' | sort -u"
expect '只问不驱逐，答得一样' contains "$output" "Cannot evict pod as it would violate the pod's disruption budget."

note '只要 1 个健康：够数了，坏的就放行，虽然还是许中断 0 个（只问，不真的驱逐）'
on client "kubectl patch pdb web -p '{\"spec\":{\"minAvailable\":1}}'"
wait_for "$pdb | grep -q '要 1'" 20
on client "$pdb"
expect '健康的刚够' [ "$output" = '健康 1，要 1，还许中断 0' ]
on client "$drain --dry-run=server --timeout=20s 2>/dev/null | tail -n 1"
expect '会成功' contains "$output" 'node/node2 drained (server dry run)'

note '要 2 个，但写明不护着没就绪的'
on client "kubectl patch pdb web -p '{\"spec\":{\"minAvailable\":2,\"unhealthyPodEvictionPolicy\":\"AlwaysAllow\"}}'"
wait_for "$pdb | grep -q '要 2'" 20
on client "$drain --timeout=40s 2>/dev/null | tail -n 1"
expect '腾空了' [ "$output" = 'node/node2 drained' ]
on client 'kubectl uncordon node2'
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '替补就绪，又是两个' contains "$output" 'successfully rolled out'
