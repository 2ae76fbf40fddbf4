new() { # 部件的日志，从盘变慢的那一刻起
    printf 'tail -n +%d /var/log/cluster/%s.log' "${from[$1]}" "$1"
}
declare -A from

setup control 'bash disk.sh make'
wait_for 'curl -skf https://10.9.0.10:6443/readyz' 60
wait_for 'kubectl create configmap before' 30
for name in etcd kube-scheduler kube-controller-manager; do
    from[$name]=$(($(wc -l <"/var/log/cluster/$name.log") + 1))
done
setup control 'bash fsync.sh'
note '盘变慢：每秒只许写 2 次'
on control 'bash disk.sh limit 2'
wait_for "$(new kube-scheduler) | grep -q 'Leaderelection lost'" 120
on control "grep -o '\"Leaderelection lost\"' /var/log/cluster/kube-scheduler.log | tail -n 1"
expect '续不了租约，调度器按设计退出' [ "$output" = '"Leaderelection lost"' ]
wait_for "$(new kube-controller-manager) | grep -q 'leaderelection lost'" 60
on control "grep -o '\"leaderelection lost/stopped\"' /var/log/cluster/kube-controller-manager.log | tail -n 1"
expect 'controller-manager 也是，写法不同' [ "$output" = '"leaderelection lost/stopped"' ]

note '根源在 etcd 的日志里'
wait_for "$(new etcd) | grep -q 'slow fdatasync'" 60
wait_for "$(new etcd) | grep -q 'apply request took too long.*read-only range'" 60
on control "grep 'slow fdatasync' /var/log/cluster/etcd.log | tail -n 1 | jq -c '{level, msg, took, \"expected-duration\"}'"
expect '落盘一次超过一秒' contains "$output" '"msg":"slow fdatasync"'
on control "grep 'apply request took too long.*read-only range' /var/log/cluster/etcd.log | tail -n 1 | jq -c '{level, msg, took, \"expected-duration\", prefix}'"
expect '请求跟着慢，读也一样' contains "$output" '"msg":"apply request took too long"'
quiet control 'bash fsync.sh'
expect '落一次盘平均超过 100 毫秒' [ "$output" -gt 100 ]

note '把盘还给它，什么也不用手工重启'
on control 'bash disk.sh limit 0'
wait_for 'kubectl create configmap after' 60
wait_for 'curl -skf https://10.9.0.10:6443/readyz' 60
wait_for '[ "$(kubectl -n kube-system get lease kube-scheduler -o json | jq -r ".spec.renewTime | sub(\"[.].*\"; \"Z\") | (now - fromdate) < 5")" = true ]' 60
setup control 'bash fsync.sh'
setup client 'for n in {1..20}; do kubectl create configmap "after-$n" || exit; done'
quiet control 'bash fsync.sh'
expect '平均不到 50 毫秒' [ "$output" -lt 50 ]
on client 'kubectl create deployment web --image=lab/web:1 && kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '调度器和控制器都在干活' contains "$output" 'successfully rolled out'
