events='kubectl get event --field-selector involvedObject.name='

setup client 'kubectl apply -f slow.yaml'
wait_for '[ "$(kubectl get pod slow -o jsonpath={.status.containerStatuses[0].restartCount})" -ge 1 ]' 40
on client "${events}slow,reason=Unhealthy -o json | jq -r '.items[-1].message'"
expect '超过 1 秒就算失败' contains "$output" 'command timed out: "sleep 2" timed out after 1s'
on client "${events}slow,reason=Killing -o json | jq -r '.items[0].message'"
expect '连续三次，重启' contains "$output" 'failed liveness probe, will be restarted'

note '写上 timeoutSeconds: 4，同一个探针'
setup client 'sed "s/name: slow/name: fixed/; s/# timeoutSeconds .*/timeoutSeconds: 4/" slow.yaml | kubectl apply -f -'
setup client 'kubectl wait --for=condition=Ready pod/fixed --timeout=30s'
# 三次成功的探针；要是会失败，这时已经重启过了
wait_for '[ $(($(date +%s) - $(date -d "$(kubectl get pod fixed -o jsonpath={.status.startTime})" +%s))) -ge 12 ]' 20
on client 'kubectl get pod fixed --no-headers | awk "{ print \$1, \$2, \$3, \$4 }"'
expect '没有重启' [ "$output" = 'fixed 1/1 Running 0' ]
on client "${events}fixed,reason=Unhealthy"
expect '也没有失败的事件' contains "$output" 'No resources found'
