deployer=system:serviceaccount:rbac-can-i:deployer

setup client 'kubectl apply -f rbac.yaml'
wait_for 'kubectl auth can-i list pods --as=alice --as-group=oncall' 20

on client 'kubectl auth can-i list pods --as=alice'
expect '权限在组上，只说用户就是没有' [ "$output" = no ]
on client 'kubectl auth can-i list pods --as=alice --as-group=oncall'
expect '连组一起问' [ "$output" = yes ]
on client 'kubectl get secret --as=alice --as-group=oncall'
expect '报错写明缺哪一条' contains "$output" 'User "alice" cannot list resource "secrets" in API group "" in the namespace'

note '能建 Role 的账号，想给出自己没有的权限'
on client "kubectl create role x --verb=get --resource=secrets --as=$deployer"
expect '被拒绝：attempting to grant RBAC permissions not currently held' \
    contains "$output" 'is attempting to grant RBAC permissions not currently held'
on client "kubectl auth can-i create roles --as=$deployer"
expect '建 Role 的权限是有的' [ "$output" = yes ]

note '先把要给的权限给它自己'
setup client 'kubectl create role secrets-reader --verb=get --resource=secrets'
on client "kubectl create rolebinding deployer-secrets --role=secrets-reader --serviceaccount=rbac-can-i:deployer"
wait_for "kubectl auth can-i get secrets --as=$deployer" 20
on client "kubectl create role x --verb=get --resource=secrets --as=$deployer"
expect '建成了' contains "$output" 'role.rbac.authorization.k8s.io/x created'
