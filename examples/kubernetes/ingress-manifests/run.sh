on local 'python3 check_manifest.py ingress.yaml bad-no-path-type.yaml bad-beta.yaml'
expect '好的合格' contains "$output" 'ingress.yaml: 合格'
expect '漏了 pathType' contains "$output" "'pathType' is a required property"
expect '1.22 起没有 v1beta1' contains "$output" '没有 networking.k8s.io/v1beta1 的 Ingress'
on local 'python3 check_manifest.py route.yaml bad-route.yaml'
expect 'HTTPRoute 合格' contains "$output" 'route.yaml: 合格'
expect 'Ingress 的 Prefix 到这里叫 PathPrefix' contains "$output" "'Prefix' is not one of"
expect '端口是数字，不是字符串' contains "$output" "'80' is not of type 'integer'"
on local 'kubernetes-validate --strict -k 1.37 bad-route.yaml'
expect '只查内置资源的工具不认识它，警告一声就放过' [ "$status" -eq 0 ]
on local "kubectl create ingress web --rule='a.example/*=web:80' --dry-run=client -o yaml >made.yaml; grep pathType made.yaml; python3 check_manifest.py made.yaml"
expect 'kubectl 写的骨架合格' contains "$output" 'made.yaml: 合格'
