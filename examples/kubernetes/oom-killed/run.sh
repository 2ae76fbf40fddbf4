ended="kubectl get pod app -o json | jq -r '.status.containerStatuses[0].state.terminated"

setup client 'kubectl apply -f app.yaml'
wait_for "$ended | .reason' | grep -qE 'OOMKilled|Error|Completed'" 40
on client "$ended | .reason, .exitCode'"
expect '内核杀的' [ "$output" = $'OOMKilled\n137' ]
on client 'kubectl logs app'
expect '日志里什么也没有：它没有机会写' [ "$output" = '' ]
on client 'kubectl get pod app -o jsonpath="{.spec.containers[0].resources.limits.memory}"; echo'
expect '限额 32 MiB' [ "$output" = 32Mi ]
note '不是节点内存不够：没有 MemoryPressure，也没有驱逐'
on client "kubectl get node -o json | jq -r '.items[].status.conditions[] | select(.type == \"MemoryPressure\").status' | sort -u"
expect '节点有余量' [ "$output" = False ]

note '照实际用量写限额'
on client "sed 's/32Mi/128Mi/' app.yaml | kubectl replace --force -f - | tail -n 1"
wait_for "$ended | .reason' | grep -qE 'OOMKilled|Error|Completed'" 40
on client "$ended | .reason, .exitCode'"
expect '跑完了' [ "$output" = $'Completed\n0' ]

note '被杀的是子进程，入口没有死：Reason 仍然是 OOMKilled'
on client 'kubectl apply -f child.yaml'
ended=${ended/pod app/pod child}
wait_for "$ended | .reason' | grep -qE 'OOMKilled|Error|Completed'" 40
on client "$ended | .reason'"
expect '限额管的是容器里全部进程' [ "$output" = OOMKilled ]
