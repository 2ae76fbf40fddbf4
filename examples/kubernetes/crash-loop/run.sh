container="kubectl get pod -l app=web -o json | jq -r '.items[0].status.containerStatuses[0]"

setup client 'kubectl apply -f web.yaml'
wait_for 'kubectl get event --field-selector reason=BackOff | grep -q restarting' 40
on client "kubectl get event --field-selector reason=BackOff -o json | jq -r '.items[0].message | split(\" in pod\")[0]'"
expect '反复重启，在等下一次' [ "$output" = 'Back-off restarting failed container web' ]
on client "kubectl get pod -l app=web -o jsonpath='{.items[0].status.phase}'"
expect 'phase 却是 Running' [ "$output" = Running ]
on client 'kubectl logs deployment/web'
expect '日志里写着缺哪个文件' contains "$output" "can't open '/etc/web/web.conf'"
on client "$container | .lastState.terminated // .state.terminated | .exitCode, .reason'"
expect '退出码 1：程序自己退出' [ "$output" = $'1\nError' ]
on client "kubectl get configmap web -o json | jq -c '.data | keys'"
expect '键的名字写成了 web.cfg' [ "$output" = '["web.cfg"]' ]

note '补上这个键，再换一批 Pod，不必等退避'
on client "kubectl patch configmap web -p '{\"data\":{\"web.conf\":\"listen 8080\"}}'"
on client 'kubectl rollout restart deployment/web'
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '起来了' contains "$output" 'successfully rolled out'
on client "kubectl get pod -l app=web --field-selector=status.phase=Running -o json | jq '[.items[] | select(.metadata.deletionTimestamp == null).status.containerStatuses[0].restartCount] | max'"
expect '没有再重启' [ "$output" = 0 ]
