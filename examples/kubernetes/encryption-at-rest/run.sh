value() { # Secret 的名字：它在 etcd 里的值
    printf 'bash etcd.sh get --print-value-only /registry/secrets/encryption-at-rest/%s' "$1"
}
# kubeadm 的控制面由 kubelet 重启；这里的是进程
restart() {
    setup control '/opt/handbook/cluster/component.sh stop kube-apiserver && /opt/handbook/cluster/component.sh start kube-apiserver'
    wait_for "$1" 60
}
ready='curl -skf https://10.9.0.10:6443/readyz'
rewrite='kubectl get secret -A -o json | kubectl replace -f -'

setup client 'kubectl create secret generic old --from-literal=password=abc123'
on control "$(value old) | grep -ac abc123"
expect '没有加密：etcd 里有明文' [ "$output" = 1 ]

note '打开加密：清单里加一个参数，重启 API Server'
on control 'bash enc.sh k1'
on control 'sed -i "s,    - kube-apiserver$,&\n    - --encryption-provider-config=/etc/kubernetes/enc/enc.yaml," /etc/kubernetes/manifests/kube-apiserver.yaml'
restart "$ready"
on client 'kubectl create secret generic new --from-literal=password=abc123'
on control "$(value new) | head -c 24"
expect '新写的加密了' [ "$output" = 'k8s:enc:secretbox:v1:k1:' ]
on control "$(value old) | grep -ac abc123"
expect '以前写的还是明文' [ "$output" = 1 ]
quiet client "$rewrite"
on control "$(value old) | head -c 24"
expect '重写一遍才加密' [ "$output" = 'k8s:enc:secretbox:v1:k1:' ]

note '换密钥的错法：k2 直接顶掉 k1'
on control 'bash enc.sh k2'
restart 'kubectl get secret old 2>&1 | grep -q StorageError'
on client 'kubectl get secret old'
expect '读不出来了' contains "$output" 'data from the storage is not transformable revision=0: no matching key was found for the provided Secretbox transformer'
wait_for '! curl -sk "https://10.9.0.10:6443/readyz?verbose" | grep -q "^\[-\].*bootstrap"' 40
on client 'curl -sk "https://10.9.0.10:6443/readyz?verbose" | grep -v "^\[+\]"'
expect '启动完了，还是就绪不了' contains "$output" 'informer-sync failed'
on client 'curl -sk -o /dev/null -w "%{http_code}\n" https://10.9.0.10:6443/livez'
expect '存活检查也不过，静态 Pod 会被 kubelet 反复重启' [ "$output" = 500 ]

note '对的：k2 在前，k1 留着；重写一遍；再去掉 k1'
on control 'bash enc.sh k2 k1'
restart "$ready"
on client 'kubectl get secret old -o jsonpath={.data.password} | base64 -d'
expect '又读得出来' [ "$output" = abc123 ]
quiet client "$rewrite"
on control "bash etcd.sh get --prefix --print-value-only /registry/secrets/ | grep -ac k8s:enc:secretbox:v1:k1:"
expect '没有一个还用 k1' [ "$output" = 0 ]
on control 'bash enc.sh k2'
restart "$ready"
on client 'kubectl get secret old -o jsonpath={.data.password} | base64 -d'
expect '去掉 k1 照样读' [ "$output" = abc123 ]
