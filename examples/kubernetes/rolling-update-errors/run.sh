# 从 node1 的网络里访问：ClusterIP 的规则在节点上。
count() {
    nsenter --net=/run/netns/node1 python3 count.py 10.96.90.90 >counted 2>&1 &
    counter=$!
}

# 旧的 Pod 都走了
gone() { wait_for '[ "$(kubectl get pod -l app=web -o name | wc -l)" = 2 ]' 90; }

counted() {
    gone # 旧的 Pod 退出时还要数
    sleep 1
    stop "$counter"
    read -r good bad <counted
}

setup client 'kubectl apply -f web.yaml'
wait_for 'nsenter --net=/run/netns/node1 curl -sf http://10.96.90.90/' 40

note '没有探针：容器一起来就算就绪'
count
on client 'kubectl set image deployment/web web=lab/web:2'
on client 'kubectl rollout status deployment/web --timeout=120s | tail -n 1'
sleep 2 # 新的程序这时才开始听
counted
expect '更新期间有请求失败' [ "$bad" -gt 0 ]
plain=$bad

note '加上就绪探针和 preStop，再更新一次'
on client 'kubectl patch deployment web --patch-file=steady.yaml'
setup client 'kubectl rollout status deployment/web --timeout=120s'
# 没有 preStop 的旧 Pod 都走了才开始数
gone
count
on client 'kubectl set image deployment/web web=lab/web:1'
on client 'kubectl rollout status deployment/web --timeout=120s | tail -n 1'
counted
expect '一次也没有失败' [ "$bad" = 0 ]
expect '数过的请求不少于 100 次' [ "$good" -ge 100 ]
expect '前一次的失败确实更多' [ "$plain" -gt "$bad" ]
