events="kubectl get event --field-selector involvedObject.name=app,reason=Failed -o json | jq -r '.items | sort_by(.metadata.creationTimestamp) | .[].message'"

note 'kubelet 等一次请求默认 2 分钟，这里改成 5 秒；node2 上有一个不回答的存储'
setup node2 'echo runtimeRequestTimeout: 5s >>/var/lib/kubelet/config.yaml; /opt/handbook/cluster/kubelet.sh restart'
setup node2 'mkdir -p /run/data'
setup node2 "echo $(base64 -w0 hang.py) | base64 -d >/run/hang.py"
background node2 'echo $$ >/run/hang.pid; exec python3 /run/hang.py /run/data'
wait_for '/opt/handbook/cluster/on.sh node2 grep -q /run/data /proc/mounts' 10
setup client 'kubectl apply -f app.yaml'
wait_for "$events | grep -q 'is reserved for'" 60
on client "$events | sort -u"
expect '先是超时' contains "$output" 'Error: context deadline exceeded'
expect '然后是名字占着' contains "$output" 'is reserved for'
on client 'kubectl get pod app --no-headers | awk "{ print \$3 }"'
expect '状态' [ "$output" = CreateContainerError ]

note '只读：名字是残留的容器占的，还是上一次还在做'
on node2 'crictl ps -a -q --name app | wc -l'
expect '没有残留的容器' [ "$output" = 0 ]
on node2 'for task in /proc/$(pgrep -xo containerd)/task/*; do cat $task/wchan; echo; done | grep -o ^fuse | sort -u'
expect 'containerd 有一个线程卡在那个存储上' [ "$output" = fuse ]

note '删掉 Pod 再建，换了名字，还是卡在同一处'
setup client 'kubectl delete pod app --now --wait=false; kubectl wait --for=delete pod/app --timeout=60s; kubectl apply -f app.yaml'
wait_for "kubectl get event --field-selector reason=Failed -o json | jq -e '[.items[] | select(.message | contains(\"is reserved for\")).involvedObject.uid] | unique | length == 2'" 60
on client 'kubectl get pod app --no-headers | awk "{ print \$3 }"'
expect '一样' [ "$output" = CreateContainerError ]

note '修存储：这里是结束那个不回答的程序，卸掉它'
setup node2 'kill $(cat /run/hang.pid); umount -l /run/data'
on client 'kubectl wait --for=condition=Ready pod/app --timeout=60s'
expect '自己起来了，containerd 没有重启' [ "$status" = 0 ]
setup node2 'sed -i /^runtimeRequestTimeout/d /var/lib/kubelet/config.yaml; /opt/handbook/cluster/kubelet.sh restart'
