on local 'python3 check_manifest.py namespace.yaml network-policy.yaml rbac.yaml no-latest.yaml'
expect '四份都合格' [ "$status" -eq 0 ]
on local 'python3 check_manifest.py bad-psp.yaml'
expect 'PodSecurityPolicy 在 1.25 移除' contains "$output" '1.37 没有 policy/v1beta1 的 PodSecurityPolicy'
on local 'kubectl create secret generic db --from-literal=password=abc --dry-run=client -o yaml | grep password'
expect '写进去的是 base64' contains "$output" YWJj
on local 'echo YWJj | base64 -d'
expect '一条命令就还原' [ "$output" = abc ]
