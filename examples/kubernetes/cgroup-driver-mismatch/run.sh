config=/var/lib/cluster/node2/containerd.toml
pod() {
    setup client "kubectl run $1 --image=lab/box:1 --overrides='{\"spec\":{\"nodeName\":\"node2\",\"terminationGracePeriodSeconds\":1}}' -- sleep infinity"
}
restart_containerd() {
    setup node2 'kill "$(pgrep -xo containerd)"; while pgrep -x containerd; do sleep 0.1; done'
    background node2 "exec containerd --config $config"
    wait_for '/opt/handbook/cluster/on.sh node2 crictl info' 20
}

setup control "cp $config saved.toml; cat systemd.toml >>$config"
note 'node2 的 containerd 打开 SystemdCgroup，重启；kubelet 没有动'
restart_containerd
pod app
why="kubectl get event --field-selector involvedObject.name=app,reason=FailedCreatePodSandBox -o json | jq -r '.items[0].message'"
wait_for "$why | grep -q cgroupsPath" 40
on client "$why | grep -o 'runc create failed: .*'"
expect '两边说的不是同一种路径' contains "$output" 'expected cgroupsPath to be of format "slice:prefix:name" for systemd cgroups'
on client 'kubectl get node node2 --no-headers | awk "{ print \$2 }"'
expect '节点照样 Ready' [ "$output" = Ready ]

note '只读：两边各是什么'
on node2 'crictl info | jq -r .config.containerd.runtimes.runc.options.SystemdCgroup'
expect '运行时：systemd' [ "$output" = true ]
on node2 'grep cgroupDriver /var/lib/kubelet/config.yaml'
expect 'kubelet：cgroupfs' [ "$output" = 'cgroupDriver: cgroupfs' ]
on node2 "grep -m1 -o 'method RuntimeConfig not implemented' /var/log/cluster/node2-kubelet.log"
expect 'containerd 1.7 不会告诉 kubelet 用哪一种' contains "$output" RuntimeConfig

note '改成一样，重启 containerd'
setup control "cp saved.toml $config"
restart_containerd
on client 'kubectl wait --for=condition=Ready pod/app --timeout=60s'
expect '同一个 Pod 自己起来了' [ "$status" = 0 ]
