setup client $'kubectl run app --image=lab/box:1 --overrides=\'{"spec":{"nodeName":"node1"}}\' -- sh -c "echo hello; sleep infinity"'
setup client 'kubectl wait --for=condition=Ready pod/app --timeout=30s'
note '一台节点的 kubelet 打开了 serverTLSBootstrap'
on node1 'echo "serverTLSBootstrap: true" >>/var/lib/kubelet/config.yaml'
setup node1 'rm -f /var/lib/kubelet/pki/kubelet.crt /var/lib/kubelet/pki/kubelet.key /var/lib/kubelet/pki/kubelet-server-*; /opt/handbook/cluster/kubelet.sh restart'
csr='kubectl get csr --field-selector=spec.signerName=kubernetes.io/kubelet-serving'
wait_for "$csr | grep -q Pending" 30
wait_for 'kubectl logs app 2>&1 | grep -q "internal error"' 20
on client 'kubectl logs app'
expect '10250 没有证书可给' contains "$output" 'remote error: tls: internal error'
on client 'kubectl get node node1 --no-headers | awk "{ print \$1, \$2 }"'
expect '节点照样 Ready' [ "$output" = 'node1 Ready' ]

on client "$csr --no-headers | awk '{ print \$3, \$4, \$NF }'"
expect '服务证书的申请没有人批' [ "$output" = 'kubernetes.io/kubelet-serving system:node:node1 Pending' ]
note '批之前看它要的是不是自己的名字和地址'
on client "$csr -o jsonpath='{.items[0].spec.request}' | base64 -d | openssl req -noout -text | grep -E 'Subject:|DNS:' | sed 's/^ *//'"
expect '只有 node1 自己的' contains "$output" 'DNS:node1, IP Address:10.9.0.11'
on client "kubectl certificate approve \$($csr -o jsonpath='{.items[0].metadata.name}') | sed 's/csr-[a-z0-9]*/csr-…/'"
wait_for 'kubectl logs app' 30
on client 'kubectl logs app'
expect '取得到日志了' [ "$output" = hello ]
setup client "$csr -o name | xargs kubectl delete"
setup node1 "sed -i '/^serverTLSBootstrap/d' /var/lib/kubelet/config.yaml; rm /var/lib/kubelet/pki/kubelet-server-*; /opt/handbook/cluster/kubelet.sh restart"
wait_for 'kubectl logs app' 30
