# etcdctl，带上 kubeadm 的地址和证书
pki=/etc/kubernetes/pki/etcd
exec etcdctl --endpoints=https://10.9.0.10:2379 --cacert=$pki/ca.crt --cert=$pki/healthcheck-client.crt --key=$pki/healthcheck-client.key "$@"
