# 一个 Pod 最近的 FailedScheduling 事件，去掉讲抢占的后半句。
reason() {
    printf "kubectl get event --field-selector reason=FailedScheduling,involvedObject.name=%s -o json" "$1"
    printf " | jq -r '.items[-1].message | split(\" preemption:\")[0]'"
}

setup client 'kubectl apply -f pods.yaml -f spread.yaml'
for pod in big gpu volume; do
    wait_for "$(reason "$pod") | grep -q available" 20
done
wait_for '[ "$(kubectl get deployment web -o jsonpath={.status.readyReplicas})" = 2 ]' 30

note 'requests.cpu 是 1000'
on client "$(reason big)"
expect '两台都不够' contains "$output" '0/2 nodes are available: 2 Insufficient cpu.'
note 'nodeSelector 没有节点符合'
on client "$(reason gpu)"
expect '说的是节点的标签' contains "$output" "2 node(s) didn't match Pod's node affinity/selector."
note '硬反亲和，3 个副本，2 台节点'
third=$(kubectl get pod -l app=web -o json | jq -r '.items[] | select(.status.phase == "Pending").metadata.name')
on client "$(reason "$third")"
expect '第三个没有地方' contains "$output" "2 node(s) didn't match pod anti-affinity rules."
note 'PVC 没绑上'
on client "$(reason volume)"
expect '说的是卷' contains "$output" 'pod has unbound immediate PersistentVolumeClaims'
on client 'kubectl get event --field-selector involvedObject.name=data -o json | jq -r ".items[-1].message"'
expect 'PVC 的事件写着为什么' contains "$output" 'no storage class is set'
note '写了一个没有的调度器'
on client 'kubectl get event --field-selector involvedObject.name=nobody'
expect '一个事件也没有' contains "$output" 'No resources found'

note '污点：给两台节点都打上，再建一个 Pod'
on client 'kubectl taint node --all maintenance=yes:NoSchedule'
setup client 'kubectl run tainted --image=lab/box:1 -- sleep infinity'
wait_for "$(reason tainted) | grep -q available" 20
on client "$(reason tainted)"
expect '没有写是哪个污点' contains "$output" '0/2 nodes are available: 2 node(s) had untolerated taint(s).'
on client "kubectl get node -o json | jq -r '.items[] | .metadata.name + \" \" + .spec.taints[].key'"
on client 'kubectl taint node --all maintenance-'
on client 'kubectl wait --for=condition=Ready pod/tainted --timeout=30s'
expect '去掉污点就起来了' [ "$status" = 0 ]

note '绕过调度器，直接写 nodeName'
on client $'kubectl run forced --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node1","containers":[{"name":"forced","image":"lab/box:1","resources":{"requests":{"cpu":"1000"}}}]}}\''
wait_for 'kubectl get pod forced -o jsonpath={.status.reason} | grep -q OutOf' 20
on client "kubectl get pod forced -o json | jq -r '.status.reason, (.status.message | split(\":\")[0])'"
expect 'kubelet 拒绝' contains "$output" OutOfcpu
