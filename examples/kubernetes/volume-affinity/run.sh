why="kubectl get event --field-selector reason=FailedScheduling,involvedObject.name=db -o json | jq -r '.items[-1].message | split(\" preemption:\")[0]'"

setup client 'kubectl apply -f data.yaml'
wait_for "$why | grep -q affinity" 30
on client "$why"
expect '每个节点都不符合卷的要求' [ "$output" = "0/2 nodes are available: 2 node(s) didn't match PersistentVolume's node affinity." ]

note '卷要的是哪个节点，有没有'
on client "kubectl get pv \$(kubectl get pvc data -o jsonpath='{.spec.volumeName}') -o json | jq -c '.spec.nodeAffinity.required.nodeSelectorTerms[].matchExpressions[]'"
on client 'kubectl get node -L kubernetes.io/hostname --no-headers | awk "{ print \$NF }"'
expect '没有 node9' lacks "$output" node9
note '这个字段建好以后不能改'
on client "kubectl patch pv disk --type=json -p '[{\"op\":\"replace\",\"path\":\"/spec/nodeAffinity/required/nodeSelectorTerms/0/matchExpressions/0/values/0\",\"value\":\"node1\"}]' 2>&1 | grep -o 'field is immutable[^\"]*'"
expect '不能改' contains "$output" 'field is immutable'

note '盘已经接在 node1 上，数据还在：照新的节点名重建卷和 PVC 这两个对象'
setup node1 'mkdir -p /var/lib/kubelet/disk; echo kept >/var/lib/kubelet/disk/file'
on client 'kubectl delete pod/db pvc/data pv/disk'
on client 'sed "s/node9/node1/; s#/var/lib/disk#/var/lib/kubelet/disk#" data.yaml | kubectl apply -f -'
on client 'kubectl wait --for=condition=Ready pod/db --timeout=40s'
on client 'kubectl exec db -- cat /data/file'
expect '数据在' [ "$output" = kept ]
setup client 'kubectl delete pod/db pvc/data pv/disk'
setup node1 'rm -r /var/lib/kubelet/disk'
