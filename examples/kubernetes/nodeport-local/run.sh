ask() {
    printf 'curl -sS --max-time 2 http://%s:30080/ 2>&1 | sed "s/ after .*//"' "$1"
}

setup client 'kubectl apply -f web.yaml'
setup client 'kubectl wait --for=condition=Ready pod/web --timeout=30s'
wait_for "$(ask 10.9.0.11) | grep -q v1" 20

note '从集群外访问同一个 NodePort，两个节点'
on client "$(ask 10.9.0.11)"
expect 'node1 上有 Pod，回答了' [ "$output" = 'v1 web' ]
on client "$(ask 10.9.0.12)"
expect 'node2 上没有，丢掉，不是拒绝' [ "$output" = 'curl: (28) Connection timed out' ]

on client 'kubectl get service web -o jsonpath="{.spec.externalTrafficPolicy}"'
expect '策略是 Local' [ "$output" = Local ]
on client "kubectl get endpointslice -l kubernetes.io/service-name=web -o json | jq -r '.items[].endpoints[].nodeName'"
expect '端点只在 node1' [ "$output" = node1 ]
note '负载均衡该探的口：没有本地端点的节点答 503'
health() {
    printf "curl -s -w ' %%{http_code}' http://%s:30081/ | tr -d ' \\\\n\\\\t' | grep -oE '\"localEndpoints\":[0-9]+|[0-9]{3}$'" "$1"
}
on client "$(health 10.9.0.11)"
expect 'node1：一个，200' [ "$output" = $'"localEndpoints":1\n200' ]
on client "$(health 10.9.0.12)"
expect 'node2：零个，503' [ "$output" = $'"localEndpoints":0\n503' ]

note '不要客户端的源地址，就改回 Cluster'
on client "kubectl patch service web -p '{\"spec\":{\"externalTrafficPolicy\":\"Cluster\"}}'"
wait_for "$(ask 10.9.0.12) | grep -q v1" 20
on client "$(ask 10.9.0.12)"
expect '没有 Pod 的节点也通了' [ "$output" = 'v1 web' ]
