setup client 'kubectl create configmap held'
setup client $'kubectl patch configmap held -p \'{"metadata":{"finalizers":["lab.example/hold"]}}\''
on client 'timeout 3 kubectl delete configmap held'
expect '先打印 deleted，再一直等' contains "$output" 'configmap "held" deleted'
expect '3 秒没有结束' [ "$status" = 124 ]
on client 'kubectl get configmap held --no-headers | awk "{ print \$1, \$2 }"'
expect '对象还在，没有 Terminating 这个字' [ "$output" = 'held 0' ]
on client 'kubectl get configmap held -o json | jq -c "[.metadata.finalizers, (.metadata.deletionTimestamp != null)]"'
expect '看这两个字段' [ "$output" = '[["lab.example/hold"],true]' ]

note '命名空间里有它，命名空间也删不掉'
on client 'kubectl create namespace stuck && kubectl -n stuck create configmap held'
setup client $'kubectl -n stuck patch configmap held -p \'{"metadata":{"finalizers":["lab.example/hold"]}}\''
on client 'kubectl delete namespace stuck --wait=false'
wait_for "kubectl get namespace stuck -o json | jq -e '.status.conditions[]? | select(.type == \"NamespaceFinalizersRemaining\" and .status == \"True\")'" 30
on client 'kubectl get namespace stuck --no-headers | awk "{ print \$1, \$2 }"'
on client "kubectl get namespace stuck -o json | jq -r '.status.conditions[] | select(.status == \"True\") | .message'"
expect '条件里点名是哪个终结器' contains "$output" 'lab.example/hold in 1 resource instances'

note '负责它的程序真的没有了，才手工去掉'
on client "kubectl -n stuck patch configmap held --type=json -p '[{\"op\":\"remove\",\"path\":\"/metadata/finalizers\"}]'"
on client 'kubectl wait --for=delete namespace/stuck --timeout=40s'
expect '跟着就删掉了' [ "$status" = 0 ]
setup client $'kubectl patch configmap held --type=json -p \'[{"op":"remove","path":"/metadata/finalizers"}]\''
wait_for '! kubectl get configmap held' 20
