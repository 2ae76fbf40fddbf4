setup client 'kubectl apply -f api.yaml'
wait_for 'kubectl get apiservice v1.stats.lab.example | grep -q MissingEndpoints' 20
setup client 'kubectl create namespace old'
on client 'kubectl delete namespace old --timeout=5s 2>&1 | tail -n 1'
expect '删不掉' contains "$output" 'timed out waiting for the condition'
on client 'kubectl get namespace old -o jsonpath="{.status.phase}"'
expect '一直是 Terminating' [ "$output" = Terminating ]
wait_for 'kubectl get namespace old -o json | jq -e ".status.conditions[] | select(.type == \"NamespaceDeletionDiscoveryFailure\" and .status == \"True\")"' 20
on client "kubectl get namespace old -o json | jq -r '.status.conditions[] | select(.type == \"NamespaceDeletionDiscoveryFailure\") | .reason, .message'"
expect '点名是哪一组列不出来' contains "$output" 'stale GroupVersion discovery: stats.lab.example/v1'

on client 'kubectl get apiservice --no-headers | grep -v True | awk "{ print \$1, \$2, \$3, \$4 }"'
expect '它的后端没有端点' [ "$output" = 'v1.stats.lab.example aggregated-api-gone/stats False (MissingEndpoints)' ]
on client 'kubectl get --raw /apis/stats.lab.example/v1'
expect '问它就是这一句' contains "$output" 'the server is currently unable to handle the request'
on client 'kubectl get pod'
expect '别的命令照常' contains "$output" 'No resources found'

note '不用了就删掉登记；还要用就修后端'
on client 'kubectl delete apiservice v1.stats.lab.example'
wait_for '! kubectl get namespace old' 30
on client 'kubectl get namespace old'
expect '命名空间自己没有了' contains "$output" 'namespaces "old" not found'
