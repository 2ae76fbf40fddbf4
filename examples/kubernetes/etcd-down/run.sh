setup client 'kubectl create deployment web --image=lab/web:1 --port=8080 && kubectl rollout status deployment/web --timeout=40s'
address=$(kubectl get pod -l app=web -o jsonpath='{.items[0].status.podIP}')

on control '/opt/handbook/cluster/component.sh stop etcd'
wait_for 'curl -sk https://10.9.0.10:6443/readyz?verbose | grep -q -- "-.etcd"' 20
on client 'curl -sk "https://10.9.0.10:6443/readyz?verbose" | grep -v "^\[+\]"'
expect '立刻有回答，点了 etcd 的名' contains "$output" '[-]etcd failed: reason withheld'
on client 'timeout 10 kubectl get node'
expect '读也读不了，10 秒没有回音' [ "$status" = 124 ]
on control "curl -s http://$address:8080/ | cut -c1-2"
expect '已有的 Pod 照常' [ "$output" = v1 ]

on control '/opt/handbook/cluster/component.sh start etcd'
wait_for 'curl -skf https://10.9.0.10:6443/readyz' 60
wait_for 'kubectl get node' 60
on client 'kubectl get node -o name'
expect 'etcd 回来，什么也不用手工重启' contains "$output" node/node2
on client 'kubectl scale deployment/web --replicas=2'
setup client 'kubectl rollout status deployment/web --timeout=60s'
expect '控制器也接着工作' [ "$status" = 0 ]
