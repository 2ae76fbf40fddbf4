setup client 'kubectl apply -f app.yaml'
wait_for 'kubectl get pod app | grep -q CreateContainerConfigError' 20
on client 'kubectl get pod app --no-headers | awk "{ print \$1, \$2, \$3 }"'
on client "kubectl get event --field-selector involvedObject.name=app,reason=Failed -o json | jq -r '.items[-1].message' | sed 's#Secret .*/#Secret 命名空间/#'"
expect '写着缺哪个键' contains "$output" "couldn't find key DB_PASSWORD in Secret"
on client "kubectl get secret app -o json | jq -c '.data | keys'"
expect 'Secret 里没有它' [ "$output" = '["DB_USER"]' ]

note '补上这个键，什么也不用删'
on client "kubectl patch secret app -p '{\"stringData\":{\"DB_PASSWORD\":\"example\"}}'"
on client 'kubectl wait --for=condition=Ready pod/app --timeout=60s'
expect '自己起来了' [ "$status" = 0 ]
on client 'kubectl get pod app -o jsonpath="{.status.containerStatuses[0].restartCount}"'
expect '没有重启过' [ "$output" = 0 ]
