# 一直看着：有的词只停几秒
(kubectl get pod -w --no-headers | while read -r name _ word _; do echo "$name $word"; done >/tmp/seen) &
watcher=$!
setup client 'bash pods.sh | kubectl apply -f -'
setup client 'kubectl wait --for=condition=Ready pod/stubborn --timeout=60s; kubectl delete pod stubborn --wait=false'
note '示例里的 Pod，和 kubectl get pod 的 STATUS 列里的词'
wait_for '[ -z "$(grep -vxFf /tmp/seen words.txt)" ]' 120
on client 'grep -xFf words.txt /tmp/seen | sort -u'
expect '每个 Pod 都有过该有的词' [ "$output" = "$(cat words.txt)" ]
kill "$watcher" 2>/dev/null

note 'phase'
on client "kubectl get pod -o json | jq -r '.items[].status.phase' | sort -u"
expect '四种' [ "$(paste -sd, <<<"$output")" = Failed,Pending,Running,Succeeded ]
note 'Pod 自己的 reason：不是容器的错'
wait_for 'kubectl get pod deadline -o json | jq -e ".status.reason"' 60
on client "kubectl get pod -o json | jq -r '.items[] | select(.status.reason) | [.metadata.name, .status.reason] | join(\" \")'"
expect '三种' [ "$output" = $'affinity NodeAffinity\ndeadline DeadlineExceeded\nout-of OutOfcpu' ]
note '条件：为什么不是 True'
wait_for 'kubectl get pod gate -o json | jq -e ".status.conditions[] | select(.reason == \"ReadinessGatesNotReady\")"' 60
on client "kubectl get pod -o json | jq -r '.items[].status.conditions[]? | select(.reason) | [.type, .reason] | join(\" \")' | sort -u"
expect '六种' contains "$output" 'Ready ReadinessGatesNotReady'
note 'init 容器还在跑，主容器等着'
on client "kubectl get pod init -o jsonpath='{.status.containerStatuses[0].state.waiting.reason}'; echo"
expect 'PodInitializing' [ "$output" = PodInitializing ]
note '节点的条件，都正常时'
on client "kubectl get node node1 -o json | jq -r '.status.conditions[] | [.type, .status, .reason] | join(\" \")' | sort"
expect '好的节点' contains "$output" 'Ready True KubeletReady'
