# 只要 etcd 和 API Server：没有节点，没有控制器。start.sh etcd 或 start.sh kube-apiserver；证书它自己签
case $1 in
    etcd) exec etcd --data-dir=/run/etcd >etcd.log 2>&1 ;;
    kube-apiserver)
        exec kube-apiserver --etcd-servers=http://127.0.0.1:2379 --advertise-address=10.9.0.10 --secure-port=6443 \
            --cert-dir=/run/pki --service-cluster-ip-range=10.96.0.0/16 --token-auth-file=tokens.csv \
            --authorization-mode=AlwaysAllow --service-account-issuer=https://kubernetes.default.svc \
            --service-account-key-file=sa.key --service-account-signing-key-file=sa.key >kube-apiserver.log 2>&1
        ;;
esac
