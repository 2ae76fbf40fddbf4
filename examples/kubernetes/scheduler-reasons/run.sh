setup client 'kubectl cordon node2; kubectl label node --all topology.kubernetes.io/zone=a'
setup client "kubectl patch csinode node1 --type=merge -p '{\"spec\": {\"drivers\": [{\"name\": \"attach.lab.example\", \"nodeID\": \"node1\", \"topologyKeys\": [], \"allocatable\": {\"count\": 0}}]}}'"
setup client 'kubectl apply -f volumes.yaml'
wait_for '[ "$(kubectl get pvc once zone attach lost -o json | jq -r ".items[].status.phase" | sort | paste -sd,)" = Bound,Bound,Bound,Lost ]' 40
background control 'exec kube-scheduler --config=enforced.conf --secure-port=0'
setup client 'bash pods.sh | kubectl apply -f -'
note '示例里的 Pod，和调度器对它说的话（同一个 Pod 别的节点上的另一条不列）'
wait_for 'bash reasons.sh >seen; [ -z "$(grep -vxFf seen words.txt)" ]' 90
on client 'bash reasons.sh | grep -xFf words.txt | sort -u'
expect '每个 Pod 都说了该说的' [ "$output" = "$(cat words.txt)" ]
on client "kubectl get pod memory -o json | jq -r '.status.conditions[0].message'"
expect '整句的样子' contains "$output" '0/2 nodes are available: 1 Insufficient memory, 1 node(s) were unschedulable.'
