seen() { # 等这几行都出现过
    printf '%s\n' "$@" >wanted
    wait_for 'bash events.sh >seen; [ -z "$(grep -vxFf seen wanted)" ]' 120
}
resize() { # Pod 资源
    setup client "kubectl patch pod $1 --subresource=resize -p '{\"spec\": {\"containers\": [{\"name\": \"c\", \"resources\": $2}]}}'"
}

setup node1 'mkdir -p /var/lib/kubelet/{shared,grow,readonly}'
setup client 'bash objects.sh | kubectl apply -f -; bash pods.sh first | kubectl apply -f -'
setup client 'kubectl wait --for=condition=Ready pod/ok pod/pre pod/fit pod/wait pod/shrink pod/sandbox pod/group pod/tainted --timeout=100s'

note '插盘要有驱动来答：这里手工写上“插好了”'
wait_for 'kubectl get volumeattachment -o name | grep .' 60
setup client 'kubectl patch $(kubectl get volumeattachment -o name) --subresource=status --type=merge -p "{\"status\": {\"attached\": true}}"'
note '卷变大了，PVC 还不知道：挂的时候长文件系统'
setup client 'kubectl wait --for=jsonpath={.status.phase}=Bound pvc/grow pvc/readonly --timeout=30s && kubectl patch pv grow readonly -p "{\"spec\": {\"capacity\": {\"storage\": \"2Gi\"}}}"'
note '就地改资源：改得成、现在放不下、比在用的少'
resize fit '{"requests": {"cpu": "20m"}}'
resize wait "{\"requests\": {\"cpu\": \"$(kubectl get node node1 -o jsonpath='{.status.allocatable.cpu}')\"}}"
wait_for 'kubectl exec shrink -- sh -c "[ \$(stat -c %s /v/f) = 41943040 ]"' 30
resize shrink '{"limits": {"memory": "16Mi"}, "requests": {"memory": "16Mi"}}'
note '沙箱没有了；钩子失败的删掉；副本减到 0；给节点打上 NoExecute 的污点'
setup node1 'crictl stopp $(crictl pods -q --name "^sandbox$")'
setup client 'kubectl delete pod pre; kubectl scale deployment/web --replicas=0'
setup client 'kubectl cordon node2; kubectl taint node node2 example.test/drain=:NoExecute'
seen 'Pod tainted TaintManagerEviction' 'Node node2 NodeNotSchedulable' 'ReplicaSet web SuccessfulDelete'
setup client 'kubectl uncordon node2; kubectl taint node node2 example.test/drain-'
seen 'Node node2 NodeSchedulable'

note '第二批 Pod：换一个 fsGroup 挂同一个卷，挂变大了的卷；要紧的 Pod 挤走一个大的'
setup client 'bash pods.sh second | kubectl apply -f -; bash pods.sh victim victim | kubectl apply -f -'
setup client 'kubectl wait --for=condition=Ready pod/victim --timeout=60s; bash pods.sh critical critical | kubectl apply -f -'
seen 'Pod victim Preempting' 'Pod group2 AlreadyMountedVolume' 'PersistentVolumeClaim grow FileSystemResizeSuccessful'

note 'node2：CNI 的配置没有了，再放回来'
setup node2 'mv /etc/cni/net.d/10-lab.conflist /var/lib/cni/'
seen 'Node node2 NodeNotReady'
setup client 'bash pods.sh network | kubectl apply -f -'
seen 'Pod network NetworkNotReady'
setup node2 'mv /var/lib/cni/10-lab.conflist /etc/cni/net.d/'
setup client 'kubectl wait --for=condition=Ready node/node2 pod/network --timeout=60s'

note '对象的种类、名字，事件的 reason'
wait_for 'bash events.sh >seen; [ -z "$(grep -vxFf seen words.txt)" ]' 60
on client 'bash events.sh | grep -xFf words.txt'
expect '每个都说了' [ "$output" = "$(cat words.txt)" ]
