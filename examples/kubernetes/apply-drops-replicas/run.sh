replicas="kubectl get deployment web -o jsonpath='{.spec.replicas}'"

setup client 'kubectl apply -f web.yaml'
setup client 'sed "/replicas:/d" web.yaml >without.yaml'
note '直接删掉那一行再 apply'
on client 'kubectl diff -f without.yaml | grep "^[+-] .*replicas:"'
expect 'diff 看得出来：3 变成 1' contains "$output" '+  replicas: 1'
on client 'kubectl apply -f without.yaml'
on client "$replicas"
expect '当场只剩 1 个' [ "$output" = 1 ]

note '重来：先从“上次提交的清单”里删掉'
setup client 'kubectl apply -f web.yaml'
on client 'KUBE_EDITOR="sed -i /replicas:/d" kubectl apply edit-last-applied deployment/web'
on client 'kubectl diff -f without.yaml | grep -c "^[+-] .*replicas:"'
expect 'diff 里没有 replicas' [ "$output" = 0 ]
on client 'kubectl apply -f without.yaml'
on client "$replicas"
expect '还是 3 个' [ "$output" = 3 ]
on client 'kubectl scale deployment/web --replicas=2 && kubectl apply -f without.yaml'
on client "$replicas"
expect '以后 apply 不再管副本数' [ "$output" = 2 ]
