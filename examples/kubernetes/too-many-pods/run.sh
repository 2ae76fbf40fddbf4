limit() { # 数
    setup node1 "sed -i '/^maxPods/d' /var/lib/kubelet/config.yaml; echo maxPods: $1 >>/var/lib/kubelet/config.yaml"
    setup node1 '/opt/handbook/cluster/kubelet.sh restart'
    wait_for "[ \"\$(kubectl get node node1 -o jsonpath={.status.allocatable.pods})\" = $1 ]" 40
}

why="kubectl get event --field-selector reason=FailedScheduling -o json | jq -r '.items[-1].message | split(\" preemption:\")[0]'"
count='kubectl get pod -A --field-selector spec.nodeName=node1,status.phase!=Succeeded,status.phase!=Failed -o name | wc -l'

limit 3
setup client 'kubectl apply -f web.yaml'
wait_for "$why | grep -q 'Too many'" 40
on client "$why"
expect '与 CPU、内存无关' contains "$output" '1 Too many pods'
on client "kubectl get node node1 -o jsonpath='{.status.allocatable.pods}'; echo"
expect 'kubelet 的上限' [ "$output" = 3 ]
# 上一个示例的 Pod 也许还在结束
wait_for "[ \"\$($count)\" = 3 ]" 40
on client "$count"
expect '已经有这么多' [ "$output" = 3 ]

note '绕过调度器写 nodeName，kubelet 自己也不收'
on client $'kubectl run forced --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node1"}}\' -- sleep infinity'
wait_for 'kubectl get pod forced -o jsonpath={.status.reason} | grep -q OutOf' 20
on client "kubectl get pod forced -o jsonpath='{.status.reason}'; echo"
expect '状态是 OutOfpods' [ "$output" = OutOfpods ]

note 'kubelet 的配置改回 maxPods: 110，重启 kubelet'
limit 110
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '都起来了' contains "$output" 'successfully rolled out'
