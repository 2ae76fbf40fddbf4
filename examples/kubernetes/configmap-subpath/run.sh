look="kubectl exec app -- sh -c 'echo 目录 \$(cat /etc/app/level); echo subPath \$(cat /etc/level); echo 环境变量 \$LEVEL'"

setup client 'kubectl apply -f app.yaml'
setup client 'kubectl wait --for=condition=Ready pod/app --timeout=30s'
on client "$look"
expect '三处都是 info' [ "$(grep -c info <<<"$output")" = 3 ]

on client "kubectl patch configmap app -p '{\"data\":{\"level\":\"debug\"}}'"
# kubelet 隔约一分钟才同步一次；改 Pod 的注解让它马上同步
setup client 'kubectl annotate pod app checked=now'
wait_for 'kubectl exec app -- cat /etc/app/level | grep -q debug' 90
on client "$look"
expect '只有目录变了' [ "$output" = $'目录 debug\nsubPath info\n环境变量 info' ]

note '目录里是软链接，整体换；subPath 是绑进来的那一个文件'
on client "kubectl exec app -- sh -c 'readlink /etc/app/level; readlink /etc/level || echo 普通文件'"
expect '一个是链接，一个不是' [ "$output" = $'..data/level\n普通文件' ]

note '重启容器就有新的，同一个 Pod 里重启也算'
# 容器也许先结束了，exec 就得不到退出码
on client 'kubectl exec app -- kill -TERM 1 >/dev/null 2>&1 || true'
wait_for '[ "$(kubectl get pod app -o jsonpath={.status.containerStatuses[0].restartCount})" = 1 ] && kubectl exec app -- true' 40
on client "$look"
expect '三处都是 debug' [ "$(grep -c debug <<<"$output")" = 3 ]
