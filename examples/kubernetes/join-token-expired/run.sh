# 一台新机器（/etc/kubernetes 是空的），只做到发现和检查，不真的加入
fresh() { # 配置文件
    on client "unshare --mount bash -c 'mount -t tmpfs tmpfs /etc/kubernetes; kubeadm join phase preflight --config $1 --ignore-preflight-errors=all' 2>&1 | grep ^error"
}
signed="kubectl -n kube-public get configmap cluster-info -o json | jq -c '.data | keys'"

setup control 'kubeadm init phase bootstrap-token --config /etc/kubernetes/kubeadm.yaml --skip-token-print && kubeadm init phase upload-config all --config /etc/kubernetes/kubeadm.yaml'
# 上一步随手发的那一个
setup control 'kubeadm token list -o json | jq -r .token | xargs kubeadm token delete'
fingerprint=$(openssl x509 -pubkey -noout -in /etc/kubernetes/pki/ca.crt | openssl pkey -pubin -outform DER | sha256sum | cut -d' ' -f1)
setup client "sed -i 's/CA的指纹/sha256:$fingerprint/' join.conf"
on control 'kubeadm token create abcdef.0123456789abcdef --ttl 10s'
wait_for "$signed | grep -q abcdef" 8
on client "$signed"
expect '令牌在，cluster-info 里有它的签名' contains "$output" jws-kubeconfig-abcdef

note '十秒以后令牌过期，控制器删掉它，签名也没有了'
wait_for "! $signed | grep -q abcdef" 40
fresh join.conf
expect '连不上的原因说得很绕' \
    contains "$output" 'could not find a JWS signature in the cluster-info ConfigMap for token ID "abcdef"'
on control 'kubeadm token list'
expect '只读：清单里已经没有它' [ -z "$output" ]
on client "$signed"
expect '没有一个签名' [ "$output" = '["kubeconfig"]' ]

note '跳过 CA 校验没有用：缺的是令牌'
setup client "sed 's/caCertHashes: .*/unsafeSkipCAVerification: true/' join.conf >unsafe.conf"
fresh unsafe.conf
expect '同一句' contains "$output" 'could not find a JWS signature'

note '控制面上另发一个，用它打印的整条命令'
on control 'kubeadm token create abcdef.0123456789abcdef --ttl 1h --print-join-command'
wait_for "$signed | grep -q abcdef" 8
fresh join.conf
expect '没有报错了' [ -z "$output" ]

note '容易混的另一种：令牌对，CA 的指纹是别的集群的'
setup client "sed 's/sha256:.*\]/sha256:$(printf '0%.0s' {1..64})]/' join.conf >other.conf"
fresh other.conf
expect '说的是 CA' contains "$output" 'cluster CA found in cluster-info ConfigMap is invalid'
setup control 'kubeadm token delete abcdef'
