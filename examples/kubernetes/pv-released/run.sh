status() {
    kubectl get "$1" -o jsonpath='{.status.phase}'
}
export -f status

setup client 'kubectl apply -f volume.yaml -f claim.yaml'
setup client 'kubectl annotate pvc data look=again'
wait_for '[ "$(status pvc/data)" = Bound ]' 40
on client 'kubectl delete pvc data; kubectl apply -f claim.yaml'
wait_for '[ "$(status pv/archive)" = Released ]' 20
wait_for 'kubectl get event --field-selector reason=ProvisioningFailed | grep -q manual' 30
on client 'kubectl get pvc data -o jsonpath="{.status.phase}"'
expect '新的 PVC 绑不上' [ "$output" = Pending ]
on client "kubectl get event --field-selector reason=ProvisioningFailed -o json | jq -r '.items[0].message'"
expect '事件说的是另一回事' [ "$output" = 'storageclass.storage.k8s.io "manual" not found' ]

note '看卷：记着旧 PVC 的 uid，策略是 Retain'
on client "kubectl get pv archive -o json | jq -c '.status.phase, .spec.persistentVolumeReclaimPolicy, (.spec.claimRef | {namespace, name})'"
expect '状态是 Released' contains "$output" Released
on client "[ \"\$(kubectl get pv archive -o jsonpath='{.spec.claimRef.uid}')\" = \"\$(kubectl get pvc data -o jsonpath='{.metadata.uid}')\" ] && echo 同一个 || echo 不是同一个"
expect 'uid 不是新 PVC 的' [ "$output" = 不是同一个 ]

note '确认数据可以给新的用：只去掉 uid，别的命名空间仍然抢不走'
on client "kubectl patch pv archive --type=json -p '[{\"op\":\"remove\",\"path\":\"/spec/claimRef/uid\"},{\"op\":\"remove\",\"path\":\"/spec/claimRef/resourceVersion\"}]'"
# 控制器每 15 秒重看一遍；碰一下 PVC，它马上就看
setup client 'kubectl annotate pvc data look=again'
wait_for '[ "$(status pvc/data)" = Bound ]' 40
on client 'kubectl get pvc data -o jsonpath="{.status.phase} {.spec.volumeName}"'
expect '绑上了原来的卷' [ "$output" = 'Bound archive' ]
setup client 'kubectl delete pvc data && kubectl delete pv archive'
