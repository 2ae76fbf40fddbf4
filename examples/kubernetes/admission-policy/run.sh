# 集群大家共用，绑定只管这个命名空间
setup client "kubectl apply -f no-latest.yaml"
setup client "kubectl patch validatingadmissionpolicybinding no-latest --type=merge -p '{\"spec\":{\"matchResources\":{\"namespaceSelector\":{\"matchLabels\":{\"kubernetes.io/metadata.name\":\"admission-policy\"}}}}}'"
try='kubectl run try --image=lab/web --dry-run=server'

note '绑定写的是 [Warn, Audit]'
wait_for "$try 2>&1 | grep -q Warning" 20
on client 'kubectl run a --image=lab/web:latest'
expect '警告' contains "$output" "Warning: Validation failed for ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest': 镜像要写标签或摘要，不能是 latest"
expect '照样建成' contains "$output" 'pod/a created'

note '改成 Deny'
on client "kubectl patch validatingadmissionpolicybinding no-latest --type=merge -p '{\"spec\":{\"validationActions\":[\"Deny\"]}}'"
wait_for "! $try" 20
on client 'kubectl run b --image=lab/web:latest'
expect '拒绝' contains "$output" "ValidatingAdmissionPolicy 'no-latest' with binding 'no-latest' denied request: 镜像要写标签或摘要，不能是 latest"
on client 'kubectl create deployment web --image=lab/web'
expect 'Deployment 建得成' contains "$output" 'deployment.apps/web created'
wait_for 'kubectl get event --field-selector reason=FailedCreate | grep -q no-latest' 20
on client "kubectl get deployment web -o json | jq -r '.status.conditions[] | select(.type == \"ReplicaFailure\") | .message' | sed 's/web-[a-z0-9]*-[a-z0-9]*/web-…/'"
expect '原因在 Deployment 的 ReplicaFailure 条件里' contains "$output" "denied request"
on client 'kubectl get pod a --no-headers -o custom-columns=:metadata.name'
expect '以前建的不动' [ "$output" = a ]

note '写上标签；没写标签时拉取策略已经写死成 Always，一起改'
on client "kubectl patch deployment web -p '{\"spec\":{\"template\":{\"spec\":{\"containers\":[{\"name\":\"web\",\"image\":\"lab/web:1\",\"imagePullPolicy\":\"IfNotPresent\"}]}}}}'"
on client 'kubectl rollout status deployment/web --timeout=40s | tail -n 1'
expect '起来了' contains "$output" 'successfully rolled out'
setup client 'kubectl delete validatingadmissionpolicybinding,validatingadmissionpolicy no-latest'
