setup client 'kubectl apply -f pods.yaml'
wait_for 'kubectl get pod no-image -o json | jq -e ".status.containerStatuses[0].state.waiting.reason == \"ImagePullBackOff\""' 60
for pod in init-fails 'done'; do
    wait_for "kubectl get pod $pod -o jsonpath={.status.phase} | grep -qE 'Failed|Succeeded'" 30
done
wait_for 'kubectl get pod same-port -o json | jq -e "[.status.containerStatuses[] | select(.state.terminated)] | length == 1"' 30

on client 'kubectl get pod no-image init-fails done --no-headers | awk "{ print \$1, \$3 }"'
expect 'STATUS 那一列' [ "$output" = $'no-image ImagePullBackOff\ninit-fails Init:Error\ndone Completed' ]
on client "kubectl get pod no-image init-fails done -o json | jq -r '.items[] | .metadata.name + \" \" + .status.phase'"
expect '它们的 phase' [ "$output" = $'no-image Pending\ninit-fails Failed\ndone Succeeded' ]
on client 'kubectl logs init-fails -c wait-db'
expect '看失败的那个 init 容器' [ "$output" = 'no db' ]

note '两个容器听同一个端口'
on client 'kubectl logs same-port -c second'
expect '后起的失败' contains "$output" 'Address already in use'
on client 'kubectl get pod same-port --no-headers | awk "{ print \$1, \$2 }"'
expect '另一个还在' [ "$output" = 'same-port 1/2' ]
