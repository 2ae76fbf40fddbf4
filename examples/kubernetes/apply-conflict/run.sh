replicas="kubectl get deployment web -o jsonpath='{.spec.replicas}'"
owners="kubectl get deployment web --show-managed-fields -o json | jq -r '.metadata.managedFields[] | select(.fieldsV1[\"f:spec\"][\"f:replicas\"]) | [.manager, .operation, .subresource] | map(values) | join(\" \")'"

on client 'kubectl apply --server-side -f web.yaml'
on client 'kubectl scale deployment/web --replicas=3'
note '另一个人改过的字段，再 apply'
on client 'kubectl apply --server-side -f web.yaml'
expect '报冲突，写着是谁、哪个字段' \
    contains "$output" 'error: Apply failed with 1 conflict: conflict with "kubectl" with subresource "scale" using apps/v1: .spec.replicas'
on client "$owners"
expect '这个字段现在归它' [ "$output" = 'kubectl Update scale' ]
on client "$replicas"
expect '什么也没有改' [ "$output" = 3 ]

note '一：不管这个字段了，从清单里去掉'
on client 'sed /replicas:/d web.yaml | kubectl apply --server-side -f -'
on client "$replicas"
expect '还是 3；客户端的 apply 这时会缩到 1' [ "$output" = 3 ]

note '二：照现在的值写，两方都是主人'
on client 'sed "s/replicas: 2/replicas: 3/" web.yaml | kubectl apply --server-side -f -'
on client "$owners"
expect '没有冲突' [ "$output" = $'kubectl Apply\nkubectl Update scale' ]

note '三：抢过来，先看会改什么'
on client 'kubectl diff --server-side --force-conflicts -f web.yaml | grep "^[+-] .*replicas"'
expect '3 改成 2' [ "$output" = $'-  replicas: 3\n+  replicas: 2' ]
on client 'kubectl apply --server-side --force-conflicts -f web.yaml'
on client "$owners"
expect '只归 apply 了' [ "$output" = 'kubectl Apply' ]
