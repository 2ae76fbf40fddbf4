resources="kubectl get pod PLACE -o json | jq -c '.spec.containers[0].resources'"
run() { # 名字，resources
    printf "kubectl run %s --image=lab/box:1 --overrides='{\"spec\":{\"containers\":[{\"name\":\"%s\",\"image\":\"lab/box:1\",\"args\":[\"sleep\",\"1000\"],\"resources\":%s}]}}'" "$1" "$1" "$2"
}

setup client 'kubectl run before --image=lab/box:1 -- sleep 1000'
setup client 'kubectl apply -f limits.yaml'
note '什么也没写'
on client 'kubectl run plain --image=lab/box:1 -- sleep 1000'
on client "${resources/PLACE/plain}"
expect '准入时填进了 Pod' [ "$output" = '{"limits":{"memory":"64Mi"},"requests":{"cpu":"50m","memory":"32Mi"}}' ]
on client "kubectl get pod plain -o jsonpath='{.metadata.annotations}'"
expect '注解写着是谁填的' contains "$output" 'LimitRanger plugin set: cpu, memory request for container plain; memory limit for container plain'
on client "${resources/PLACE/before}"
expect '以前建的不动' [ "$output" = '{}' ]

note '只写 limits：requests 跟着它，不用默认值'
setup client "$(run only '{"limits":{"memory":"100Mi"}}')"
on client "${resources/PLACE/only}"
expect 'requests 也是 100Mi' contains "$output" '"requests":{"cpu":"50m","memory":"100Mi"}'

note '只写 requests，比默认的 limits 大'
on client "$(run more '{"requests":{"memory":"100Mi"}}') 2>&1 | tail -n 1"
expect '报错不提 LimitRange' contains "$output" 'Invalid value: "100Mi": must be less than or equal to memory limit of 64Mi'
note '超过上限，低于下限'
on client "$(run big '{"limits":{"memory":"256Mi"}}')"
expect '超过 max' contains "$output" 'maximum memory usage per Container is 128Mi, but limit is 256Mi'
on client "$(run small '{"requests":{"cpu":"5m"}}')"
expect '低于 min' contains "$output" 'minimum cpu usage per Container is 10m, but request is 5m'
note '两样都写'
on client "$(run fixed '{"requests":{"memory":"100Mi"},"limits":{"memory":"100Mi"}}')"
expect '建得成' contains "$output" 'pod/fixed created'
