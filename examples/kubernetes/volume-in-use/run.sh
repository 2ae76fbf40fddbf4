attached="kubectl get volumeattachment -o json | jq -r '.items[] | select(.spec.attacher == \"csi.lab.example\") | .spec.nodeName + \" \" + (.status.attached | tostring)'"
why="kubectl get event --field-selector involvedObject.name=new,reason=FailedAttachVolume -o json | jq -r '.items[0].message'"
pod() { # 名字 节点
    setup client "sed 's/NAME/$1/; s/NODE/$2/' pod.yaml | kubectl apply -f -"
}

setup client 'kubectl apply -f volume.yaml && kubectl wait --for=jsonpath={.status.phase}=Bound pvc/data --timeout=30s'
background client 'exec bash attacher.sh'
pod old node1
wait_for "$attached | grep -q 'node1 true'" 20
note '旧的 Pod 在 node1，盘插在那里；新的排到了 node2'
pod new node2
wait_for "$why | grep -q detach" 30
on client "$why"
expect '等它拔下来，写着谁在用' [ "$output" = 'Waiting for detach for volume "volume-in-use" Volume is already used by pod(s) old' ]
on client 'kubectl get pod new --no-headers | awk "{ print \$2, \$3 }"'
expect '停在 ContainerCreating' [ "$output" = '0/1 ContainerCreating' ]
on client "$attached"
expect '只读：盘插在哪台' [ "$output" = 'node1 true' ]

note '重建新的 Pod 没有用'
setup client 'kubectl delete event --all'
on client 'kubectl delete pod new --now'
pod new node2
wait_for "$why | grep -q detach" 30
on client "$attached"
expect '还在 node1' [ "$output" = 'node1 true' ]

note '停掉旧的'
on client 'kubectl delete pod old'
wait_for "$attached | grep -q 'node2 true'" 60
on client "$attached"
expect '控制面拔下来，插到了 node2（再往下要真的 CSI 驱动来挂载）' [ "$output" = 'node2 true' ]
setup client 'kubectl delete pod new --now; kubectl delete pvc data --wait=false; kubectl delete pv volume-in-use; kubectl delete csidriver csi.lab.example'
wait_for '! kubectl get volumeattachment -o name | grep -q .' 40
