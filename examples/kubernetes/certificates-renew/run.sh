log=/var/log/cluster/kube-controller-manager.log
ask='kubectl get node -o name 2>&1 | tail -n 1'
left="kubeadm certs check-expiration --config /etc/kubernetes/kubeadm.yaml | awk '/^(apiserver|controller-manager.conf|ca) / { print \$1, \$7 }'"
restart_manager() {
    "$1" control '/opt/handbook/cluster/component.sh stop kube-controller-manager && /opt/handbook/cluster/component.sh start kube-controller-manager'
}

started=$(pgrep -x kube-apiserver)
setup control 'bash expire.sh apiserver && bash expire.sh controller-manager.conf'
restart_manager setup
wait_for "$ask | grep -q x509" 20
note '一年没有升级：API Server 的证书和 controller-manager 的都过期了'
on client "$ask | sed 's/current time .* is after/current time … is after/'"
expect '连不上，写着是哪一天' \
    contains "$output" 'tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time … is after 2025-01-01T00:00:00Z'
on control "$left"
expect '过期的写着 invalid，CA 还有 9 年' [ "$output" = $'apiserver <invalid>\ncontroller-manager.conf <invalid>\nca 9y' ]
note '跳过校验只骗得过自己'
on client 'kubectl --insecure-skip-tls-verify get node -o name'
expect '看得到' contains "$output" node/node1
from=$(($(wc -l <"$log") + 1))
wait_for "tail -n +$from $log | grep -q 'certificate has expired'" 30
on control "grep -o 'x509: certificate has expired or is not yet valid' $log | tail -n 1"
expect 'controller-manager 照样连不上' contains "$output" expired

note '续'
on control 'kubeadm certs renew all --config /etc/kubernetes/kubeadm.yaml | tail -n 1'
wait_for "$ask | grep -q node/" 20
on client "$ask"
expect 'API Server 自己换上了新的' contains "$output" node/
expect '没有重启' [ "$(pgrep -x kube-apiserver)" = "$started" ]
on control "$left"
expect '又是一年' [ "$output" = $'apiserver 364d\ncontroller-manager.conf 364d\nca 9y' ]

note 'controller-manager 手里还是旧的'
from=$(($(wc -l <"$log") + 1))
wait_for "tail -n +$from $log | grep -q Unauthorized" 30
setup client 'kubectl create deployment web --image=lab/web:1'
on control "grep -o Unauthorized $log | tail -n 1"
expect '现在是 Unauthorized' [ "$output" = Unauthorized ]
on client 'kubectl get replicaset'
expect '建了 Deployment，没有 ReplicaSet' contains "$output" 'No resources found'
restart_manager on
wait_for 'kubectl get replicaset -o name | grep -q .' 60
on client 'kubectl get replicaset --no-headers | wc -l'
expect '重启以后才换上，ReplicaSet 有了' [ "$output" = 1 ]
