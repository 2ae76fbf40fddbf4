note '没有 kubeconfig：换了用户、用了 sudo、在工作节点上'
on client 'HOME=/nonexistent kubectl get node 2>&1 | tail -n 1'
expect '去连内置的缺省地址，API Server 好好的' \
    [ "$output" = 'The connection to the server localhost:8080 was refused - did you specify the right host or port?' ]
on client 'HOME=/nonexistent kubectl config view --minify'
expect '一份配置也没读到' contains "$output" 'current-context must exist in order to minify'
on client 'HOME=/nonexistent KUBECONFIG=/etc/kubernetes/admin.conf kubectl get node -o name'
expect '指给它一份就好了' contains "$output" node/node1

note '凭据无效：证书过期、令牌撤销，是同一句话'
on client 'kubectl --kubeconfig=/dev/null --server=https://10.9.0.10:6443 --certificate-authority=/etc/kubernetes/pki/ca.crt --token=expired get node'
expect '不认得你是谁，还没有轮到权限' contains "$output" 'You must be logged in to the server (Unauthorized)'
on client 'kubectl auth whoami -o jsonpath="{.status.userInfo.username}"'
expect '有效的凭据说得出是谁' [ "$output" = kubernetes-admin ]
