on local 'kubectl create deployment web --image=nginx:1.28 --replicas=3 --dry-run=client -o yaml | tee gen.yaml'
expect '写出一份清单的骨架' contains "$output" 'kind: Deployment'
on local 'kubernetes-validate --strict -k 1.37 gen.yaml'
expect '骨架合格' [ "$status" -eq 0 ]
on local 'kubectl create secret docker-registry regcred --docker-server=r.example --docker-username=u --docker-password=p --dry-run=client -o yaml >secret.yaml; kubernetes-validate --strict -k 1.37 secret.yaml'
expect 'Secret 也能这样写' [ "$status" -eq 0 ]
on local "printf 'namePrefix: test-\nresources: [gen.yaml]\n' >kustomization.yaml; kubectl kustomize . | grep '^  name:'"
expect 'kustomize 加了前缀' contains "$output" 'name: test-web'
note 'apply 即使 --dry-run=client 也要问 API Server 有哪些资源'
on local 'kubectl apply --dry-run=client -f gen.yaml 2>&1 | grep -o "connection refused\|network is unreachable" | head -n 1'
expect '没有集群就失败' [ -n "$output" ]
on local 'kubectl drain --help | grep -E -- "--(ignore-daemonsets|delete-emptydir-data)=" | cut -d: -f1 | xargs'
expect '参数的名字以 --help 为准' contains "$output" '--delete-emptydir-data'
