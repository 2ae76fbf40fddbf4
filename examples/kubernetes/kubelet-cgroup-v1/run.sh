log=/var/log/cluster/node2-kubelet.log
config=/var/lib/kubelet/config.yaml
restart=/opt/handbook/cluster/kubelet.sh
# kubelet 看的是 /sys/fs/cgroup 是什么文件系统；这样在 v2 的机器上也看得到
as_v1() {
    printf "unshare --mount bash -c 'mount -t tmpfs tmpfs /sys/fs/cgroup; %s'" "$1"
}

on node2 "$(as_v1 'stat -fc %T /sys/fs/cgroup')"
expect 'v1 的机器上是 tmpfs，v2 的是 cgroup2fs' [ "$output" = tmpfs ]
note '配置里没有 failCgroupV1，就是默认的 true'
on node2 "sed -i '/^failCgroupV1/d' $config"
from=$(($(wc -l <"$log") + 1))
setup node2 "$(as_v1 "$restart restart")"
wait_for "tail -n +$from $log | grep -q 'command failed'" 20
on node2 "tail -n 1 $log | grep -o 'kubelet is configured to not run .*future release'"
expect '1.35 起默认拒绝' \
    [ "$output" = 'kubelet is configured to not run on a host using cgroup v1. cgroup v1 support is unsupported and will be removed in a future release' ]
on node2 'ps -C kubelet -o pid='
expect 'kubelet 退出了' [ -z "$output" ]

note '改 cgroupDriver 没有用，它不看这个'
from=$(($(wc -l <"$log") + 1))
setup node2 "sed -i 's/^cgroupDriver: .*/cgroupDriver: systemd/' $config; $(as_v1 "$restart restart")"
wait_for "tail -n +$from $log | grep -q 'command failed'" 20
on node2 "tail -n 1 $log | grep -o 'kubelet is configured to not run on a host using cgroup v1'"
expect '同一句' contains "$output" 'cgroup v1'

note '暂时的办法：写明 failCgroupV1: false'
on node2 "echo 'failCgroupV1: false' >>$config"
setup node2 "sed -i 's/^cgroupDriver: .*/cgroupDriver: cgroupfs/' $config; $restart restart"
setup client $'kubectl run app --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node2"}}\' -- sleep infinity'
on client 'kubectl wait --for=condition=Ready pod/app --timeout=40s'
expect 'kubelet 起来了，收得下新的 Pod' [ "$status" = 0 ]
