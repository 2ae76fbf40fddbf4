holder='kubectl -n kube-system get lease kube-scheduler -o jsonpath={.spec.holderIdentity}'
component=/opt/handbook/cluster/component.sh

on client "kubectl -n kube-system get lease kube-scheduler -o jsonpath='{.spec.leaseDurationSeconds}'"
expect '租约 15 秒' [ "$output" = 15 ]
first=$($holder)
note '第二个调度器，在另一个端口上'
background control 'exec kube-scheduler --kubeconfig=/etc/kubernetes/scheduler.conf --leader-elect=true --secure-port=20259'
second=$pid
wait_for "grep -qi 'attempting to acquire leader lease' $log" 20
expect '它在等，主的没有变' [ "$($holder)" = "$first" ]

note '主的被杀，来不及交出租约'
on control "$component stop kube-scheduler"
killed=$(date +%s%N)
setup client 'kubectl run app --image=lab/box:1 -- sleep 1000'
wait_for "[ \"\$($holder)\" != '$first' ]" 40
took=$((($(date +%s%N) - killed) / 1000000))
expect '等到租约过期：12 到 30 秒以后第二个接手' between "$took" 12000 30000
on client 'kubectl wait --for=condition=Ready pod/app --timeout=30s'
expect '这期间建的 Pod 一直等着，现在排上了' [ "$status" = 0 ]

note '主的正常退出（SIGTERM），先交出租约'
from=$(($(wc -l </var/log/cluster/kube-scheduler.log) + 1))
on control "$component start kube-scheduler"
wait_for "tail -n +$from /var/log/cluster/kube-scheduler.log | grep -qi 'attempting to acquire leader lease'" 30
now=$($holder)
stopped=$(date +%s%N)
stop "$second"
wait_for "[ \"\$($holder)\" != '$now' ] && [ -n \"\$($holder)\" ]" 40
took=$((($(date +%s%N) - stopped) / 1000000))
expect '不用等租约过期，10 秒之内就有人接手' between "$took" 0 10000
