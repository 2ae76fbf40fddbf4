create="kubectl create configmap app --from-literal=a=b 2>&1 | sed 's/.*timeout=2s\": //'"

certificate() { # 名字
    setup client "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout hook.key -out hook.crt -days 2 -subj /CN=$1 -addext subjectAltName=DNS:$1 2>/dev/null"
}

# 只留最后一个错：配置改了要过一会儿才生效。
wait_error() {
    wait_for "$create | grep -q '$1'" 20
}

setup client 'kubectl apply -f webhook.yaml'
wait_error 'no endpoints'
on client 'kubectl create configmap app --from-literal=a=b'
expect '后端没有了' contains "$output" 'no endpoints available for service "hook"'

note '从这里起只看后半句。端点写上了，那台的防火墙丢掉 8443'
setup client 'nft "add table ip wall; add chain ip wall in { type filter hook input priority 0; }; add rule ip wall in tcp dport 8443 drop"'
setup client 'kubectl apply -f endpoint.yaml'
wait_error 'deadline exceeded'
on client "$create"
expect '控制面到它的网络不通' contains "$output" 'context deadline exceeded'

note '防火墙放行，端口没有程序在听'
setup client 'nft delete table ip wall'
wait_error refused
on client "$create"
expect '被拒绝' contains "$output" 'dial tcp 10.9.0.2:8443: connect: connection refused'

note '程序起来了，证书的名字不对'
certificate hook.example.com
background client 'python3 hook.py'
wait_port client 8443
wait_error x509
on client "$create"
expect '证书的名字要是 服务名.命名空间.svc' \
    contains "$output" 'x509: certificate is valid for hook.example.com, not hook.webhook-closed.svc'

note '名字对了，签发者不认识'
stop "$pid"
certificate hook.webhook-closed.svc
background client 'python3 hook.py'
wait_port client 8443
wait_error authority
on client "$create"
expect '缺 caBundle' contains "$output" 'x509: certificate signed by unknown authority'
note '只读：哪些 webhook 管着什么，问不到时怎样'
on client "kubectl get validatingwebhookconfiguration hook -o json | jq -c '.webhooks[] | {name, failurePolicy, ca: .clientConfig.caBundle, service: .clientConfig.service.name}'"
expect '没有 CA' contains "$output" '"ca":null'

note '写上 caBundle'
on client "kubectl patch validatingwebhookconfiguration hook --type=json -p '[{\"op\":\"add\",\"path\":\"/webhooks/0/clientConfig/caBundle\",\"value\":\"'\$(base64 -w0 hook.crt)'\"}]'"
wait_for 'kubectl create configmap app --from-literal=a=b' 20
on client 'kubectl get configmap app -o name'
expect '建成了' [ "$output" = configmap/app ]
on client 'kubectl create configmap bad --from-literal=a=b'
expect '这一句是问到了，它不同意' contains "$output" 'admission webhook "check.lab.example" denied the request: 名字不好'
setup client 'kubectl delete validatingwebhookconfiguration hook'
