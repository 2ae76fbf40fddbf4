on client 'kubectl label namespace pod-security-refuses pod-security.kubernetes.io/enforce=restricted'
on client 'kubectl apply -f web.yaml'
expect '有一句警告，建成了' contains "$output" 'deployment.apps/web created'
wait_for 'kubectl get event --field-selector reason=FailedCreate | grep -q FailedCreate' 20
on client 'kubectl get deployment web --no-headers | awk "{ print \$1, \$2 }"'
expect '停在 0/1' [ "$output" = 'web 0/1' ]
on client 'kubectl get pod'
expect '一个 Pod 也没有' contains "$output" 'No resources found'

note '拒绝写在 ReplicaSet 的事件里'
on client "kubectl get event --field-selector reason=FailedCreate -o json | jq -r '.items[0].message' | tr , '\n'"
expect '写着违反哪一级' contains "$output" 'violates PodSecurity "restricted:latest"'
on client "kubectl get deployment web -o json | jq -r '.status.conditions[] | select(.type == \"ReplicaFailure\") | .reason'"
expect 'Deployment 的条件里也有' [ "$output" = FailedCreate ]

note '把缺的四样写上'
on client 'kubectl apply -f fixed.yaml'
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '起来了' contains "$output" 'successfully rolled out'
