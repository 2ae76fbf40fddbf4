ended="kubectl get pod app -o jsonpath='{.status.phase}' | grep -qE 'Failed|Succeeded'"

setup client 'kubectl apply -f app.yaml'
wait_for "$ended" 30
on client 'kubectl logs app'
expect '端口不是数字' contains "$output" 'arithmetic syntax error'
on client 'kubectl run look --restart=Never --image=lab/box:1 -- env'
setup client "kubectl wait --for=jsonpath='{.status.phase}'=Succeeded pod/look --timeout=30s"
on client 'kubectl logs look | grep REDIS | sort'
expect '同一个命名空间的 Service 都写进了环境变量' contains "$output" 'REDIS_PORT=tcp://10.96.100.1:6379'

note '不要这些变量'
on client 'sed "s/  # enableServiceLinks .*/  enableServiceLinks: false/" app.yaml | kubectl replace --force -f - | tail -n 1'
wait_for "$ended" 30
on client 'kubectl logs app'
expect '用的是自己的默认值' [ "$output" = '连 redis 的 6379 端口' ]
