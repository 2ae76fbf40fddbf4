message="kubectl get event --field-selector involvedObject.name=app,reason=FailedCreatePodSandBox -o json | jq -r '.items[-1].message"

setup node1 'ctr -n k8s.io images rm docker.io/lab/pause:1; crictl rmi lab/pause:1 2>/dev/null || true'
on client $'kubectl run app --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node1"}}\' -- sleep infinity'
wait_for 'kubectl get event --field-selector reason=FailedCreatePodSandBox | grep -q pause' 40
on client "$message | split(\": \")[:3] | join(\": \")'"
expect '拉的是 pause，不是 Pod 的镜像' contains "$output" 'failed to get sandbox image "lab/pause:1"'
on node1 'containerd --config /var/lib/cluster/node1/containerd.toml config dump | grep -E "^ *(sandbox_image|sandbox) ="'
expect '名字写在 containerd 的配置里' contains "$output" lab/pause:1
on node1 'crictl images | grep -c pause'
expect '节点上没有' [ "$output" = 0 ]

note '导进 default 命名空间没有用：kubelet 用的是 k8s.io'
on node1 'ctr images import /var/lib/cluster/images/pause.tar >/dev/null; crictl images | grep -c pause'
expect '还是没有' [ "$output" = 0 ]
note '同样的名字，导进 k8s.io'
on node1 'ctr -n k8s.io images import /var/lib/cluster/images/pause.tar >/dev/null; crictl images | grep -c pause'
expect '有了' [ "$output" = 1 ]
# 失败后 kubelet 过十几秒才再试；碰一下 Pod，它马上就试
setup client 'kubectl annotate pod app look=again'
on client 'kubectl wait --for=condition=Ready pod/app --timeout=40s'
expect '起来了' [ "$status" = 0 ]
setup node1 'ctr images rm docker.io/lab/pause:1'
