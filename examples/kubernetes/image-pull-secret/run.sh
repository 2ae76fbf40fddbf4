# 拉取失败的事件里，仓库回答的那一截。
said="kubectl get event --field-selector involvedObject.name=web,reason=Failed -o json | jq -r '[.items[].message | select(startswith(\"Failed to pull\"))][-1] | split(\": \")[-2:] | join(\": \")'"

again() {
    setup client 'kubectl delete pod web --now; kubectl delete event --field-selector involvedObject.name=web'
    on client "$1"
    wait_for "$said | grep -q : || kubectl get pod web | grep -q Running" 40
}

# 节点看不到示例的目录，看得到这里
setup client 'mkdir -p /var/lib/cluster/registry && cp registry.py /var/lib/cluster/registry'
background node1 'python3 /var/lib/cluster/registry/registry.py /var/lib/cluster/images/web-1.tar'
wait_port node1 5000
note '仓库要登录，Secret 还没有建'
on client 'kubectl apply -f web.yaml'
wait_for "$said | grep -q :" 40
on client "$said"
expect '仓库要凭据' contains "$output" 'no basic auth credentials'
on client "kubectl get event --field-selector involvedObject.name=web,reason=FailedToRetrieveImagePullSecret -o json | jq -r '.items[0].message'"
expect '另一个事件点名找不到哪个 Secret' contains "$output" '(registry)'

note '建了 Secret，密码写错'
secret='kubectl create secret docker-registry registry --docker-server=localhost:5000 --docker-username=shop --docker-password'
on client "$secret=wrong"
again 'kubectl apply -f web.yaml'
on client "$said"
expect '凭据不对' contains "$output" '401 Unauthorized'

note '密码对了，标签写错'
setup client 'kubectl delete secret registry'
on client "$secret=s3cret"
again 'sed s/web:1/web:9/ web.yaml | kubectl apply -f -'
on client "$said"
expect '仓库里没有这个标签' contains "$output" 'localhost:5000/shop/web:9: not found'

note '都对了'
again 'kubectl apply -f web.yaml'
on client 'kubectl wait --for=condition=Ready pod/web --timeout=40s'
expect '起来了' [ "$status" = 0 ]
setup node1 'ctr -n k8s.io images rm localhost:5000/shop/web:1'
