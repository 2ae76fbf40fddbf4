ask='kubectl --server=https://203.0.113.9:6443 get node -o name 2>&1 | tail -n 1'
names='openssl s_client -connect 203.0.113.9:6443 </dev/null 2>/dev/null | openssl x509 -noout -ext subjectAltName | tr "," "\n" | sed "s/^ *//"'

started=$(pgrep -x kube-apiserver)
setup control 'cp -a /etc/kubernetes/pki pki.old; ip addr add 203.0.113.9/32 dev lo'
setup client 'ip route add 203.0.113.9 via 10.9.0.10'
on client "$ask"
expect '地址不在证书里' contains "$output" 'x509: certificate is valid for 10.96.0.1, 10.9.0.10, not 203.0.113.9'
on client "$names"
expect '证书里的名字和地址' lacks "$output" 203.0.113.9

note '先用起来：校验照做，只是拿另一个名字比'
on client 'kubectl --server=https://203.0.113.9:6443 --tls-server-name=kubernetes get node -o name'
expect '连上了' contains "$output" node/node1

note '长久的：证书里加上它。renew 只照旧的名字续，要删掉重做'
setup control 'sed "s/^apiServer: {/&certSANs: [203.0.113.9], /" /etc/kubernetes/kubeadm.yaml >kubeadm.yaml'
on control 'diff /etc/kubernetes/kubeadm.yaml kubeadm.yaml'
on control 'rm /etc/kubernetes/pki/apiserver.crt /etc/kubernetes/pki/apiserver.key'
on control 'kubeadm init phase certs apiserver --config kubeadm.yaml | tail -n 1'
wait_for "$ask | grep -q node/" 20
on client "$names"
expect '有了' contains "$output" 203.0.113.9
on client "$ask"
expect '连上了' contains "$output" node/node
expect 'API Server 没有重启，自己换的证书' [ "$(pgrep -x kube-apiserver)" = "$started" ]
setup client 'ip route del 203.0.113.9'
setup control 'ip addr del 203.0.113.9/32 dev lo; cp pki.old/apiserver.* /etc/kubernetes/pki/'
