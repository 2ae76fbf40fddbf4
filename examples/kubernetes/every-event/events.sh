# 这个命名空间里的和节点的事件：种类、名字、reason；ReplicaSet 的名字去掉随机的一段
kubectl get event -A -o json | jq -r '.items[] | select(.metadata.namespace == "every-event" or .involvedObject.kind == "Node")
    | "\(.involvedObject.kind) \(.involvedObject.name | if test("^(web|no-account)-") then sub("-[a-z0-9]+$"; "") else . end) \(.reason)"' | sort -u
