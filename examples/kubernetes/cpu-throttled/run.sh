measure() { # 毫核
    on client "bash measure.sh app $1"
    used=$(grep -oE '[0-9]+%' <<<"$output" | tr -d %)
    throttled=$(grep -oE '里 [0-9]+' <<<"$output" | tr -dc 0-9)
}
resize() { # requests、limits
    on client "kubectl patch pod app --subresource resize -p '{\"spec\":{\"containers\":[{\"name\":\"app\",\"resources\":$1}]}}'"
}

setup client 'kubectl apply -f app.yaml && kubectl wait --for=condition=Ready pod/app --timeout=30s'
measure 200
expect '平均不到 limits 的六成' between "$used" 1 60
expect '却有周期被限' [ "$throttled" -gt 0 ]

note '加 requests：管调度和权重，不管这个上限'
resize '{"requests":{"cpu":"150m"}}'
wait_for 'kubectl get pod app -o json | jq -e ".status.containerStatuses[0].resources.requests.cpu == \"150m\""' 20
measure 200
expect '照样被限' [ "$throttled" -gt 0 ]

note '把 limits 加到一个请求用得完的数'
resize '{"limits":{"cpu":"1"}}'
wait_for 'kubectl get pod app -o json | jq -e ".status.containerStatuses[0].resources.limits.cpu == \"1\""' 20
measure 1000
expect '不再被限' [ "$throttled" = 0 ]
on client 'kubectl get pod app -o json | jq .status.containerStatuses[0].restartCount'
expect '容器没有重启' [ "$output" = 0 ]
