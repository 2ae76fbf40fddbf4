# 每个没有绑上的 Pod，PodScheduled 的 message 里的每一条，去掉前面的个数
kubectl get pod -o json | jq -r '.items[] | .metadata.name as $name | .status.conditions[]? | select(.type == "PodScheduled" and .status == "False").message
    | sub(" ?preemption: .*"; "") | sub("^0/2 nodes are available: "; "") | sub("\\.( .*)?$"; "") | split(", ")[] | "\($name): \(sub("^[0-9]+ "; ""))"'
