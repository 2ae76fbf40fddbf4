on client 'kubectl apply -f bad-ingress.yaml'
expect '服务器上没有这个版本' contains "$output" 'no matches for kind "Ingress" in version "extensions/v1beta1"'
on client 'kubectl api-resources --no-headers | awk "\$NF == \"Ingress\" { print \$(NF - 2), \$NF }"'
expect '它现在在 networking.k8s.io/v1' [ "$output" = 'networking.k8s.io/v1 Ingress' ]

note '只换 apiVersion 不够，字段也改了名'
on client "sed 's#extensions/v1beta1#networking.k8s.io/v1#' bad-ingress.yaml | kubectl apply -f - 2>&1 | tr ',' '\n'"
expect '旧字段不认识' contains "$output" 'unknown field "spec.rules[0].http.paths[0].backend.serviceName"'

on client 'kubectl apply -f ingress.yaml'
expect '字段也换了，就收下' contains "$output" 'ingress.networking.k8s.io/web created'

note 'CRD 和它的第一个对象写在同一份清单里'
on client 'kubectl apply -f bad-order.yaml'
expect '定义建成了，对象没有' contains "$output" 'no matches for kind "Gizmo" in version "lab.example/v1"'
on client 'kubectl wait --for=condition=Established crd/gizmos.lab.example --timeout=20s'
on client 'kubectl apply -f bad-order.yaml'
expect '定义生效以后再提交一次就行' contains "$output" 'gizmo.lab.example/first created'
setup client 'kubectl delete crd gizmos.lab.example'
