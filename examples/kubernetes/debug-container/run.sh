setup client 'kubectl run app --image=lab/coredns:1 -- -dns.port=5300'
wait_for 'kubectl get pod app -o jsonpath={.status.phase} | grep -q Running' 30
on client 'kubectl exec app -- sh'
expect '镜像里没有 shell' contains "$output" 'exec: "sh": executable file not found'

note '加一个临时容器，看得到那个容器的进程，网络共用'
on client 'kubectl debug app --image=lab/box:1 --target=app --container=look -- sh -c "ps -o pid,comm; netstat -ltn | grep -c 5300; ls /proc/1/root/bin"'
wait_for 'kubectl get pod app -o json | jq -e ".status.ephemeralContainerStatuses[0].state.terminated"' 30
on client 'kubectl logs app -c look | grep -v -e sh -e ps -e PID'
expect '1 号是那个程序，端口看得到，文件在 /proc/1/root' [ "$(tr -s ' \n' ' ' <<<"$output" | sed 's/^ //; s/ $//')" = '1 coredns 1 coredns' ]
on client 'kubectl get pod app -o json | jq -c "[.spec.ephemeralContainers[].name, .status.containerStatuses[0].restartCount]"'
expect '临时容器去不掉；原来的没有重启' [ "$output" = '["look",0]' ]

note '节点：文件在 /host'
on client 'kubectl debug node/node1 --image=lab/box:1 --profile=sysadmin -- chroot /host hostname | sed "s/debugger-[a-z0-9-]*/debugger-…/g"'
pod=$(kubectl get pod -o name | grep debugger)
wait_for "kubectl get $pod -o jsonpath={.status.phase} | grep -q Succeeded" 30
on client "kubectl logs $pod"
expect '在节点上执行' [ "$output" = node1 ]
on client "kubectl delete $pod --now"
expect '用完要自己删' [ "$status" = 0 ]
