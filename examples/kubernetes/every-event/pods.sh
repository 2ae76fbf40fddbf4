# 名字、容器里的内容、Pod 里另外的内容（都是一行 JSON）。写了 nodeName 的不经过调度器
pod() {
    jq -nc --arg name "$1" "{apiVersion: \"v1\", kind: \"Pod\", metadata: {name: \$name},
        spec: ({terminationGracePeriodSeconds: 1, containers: [{name: \"c\", image: \"lab/box:1\", command: [\"sleep\", \"3600\"]} + {${2-}}]} + {${3-}})}"
}
one='"nodeName": "node1"'
two='"nodeName": "node2"'
failing='"exec": {"command": ["false"]}'
claim() { printf '"volumes": [{"name": "v", "persistentVolumeClaim": {"claimName": "%s", "readOnly": %s}}]' "$1" "${2-false}"; }
mount='"volumeMounts": [{"name": "v", "mountPath": "/v"}]'
cpu() { printf '"resources": {"requests": {"cpu": "%s"}}' "$1"; }
# 两个节点一样大：给别的 Pod 留半个处理器
most=$(kubectl get node node1 -o json | jq -r '.status.allocatable.cpu | if endswith("m") then rtrimstr("m") | tonumber else tonumber * 1000 end | . - 500')m

redirect() {
    cat <<'JSON'
"readinessProbe": {"httpGet": {"port": 8080, "path": "/"}, "periodSeconds": 1},
"command": ["sh", "-c", "while :; do printf 'HTTP/1.1 302 Found\\r\\nLocation: http://other.example/\\r\\nContent-Length: 0\\r\\n\\r\\n' | nc -l -p 8080; done"]
JSON
}

first() {
    pod ok
    pod unscheduled '' '"nodeSelector": {"disk": "none"}'
    pod pull '"image": "registry.invalid/none:1"' "$one"
    pod never-pull '"image": "lab/none:1", "imagePullPolicy": "Never"' "$one"
    pod bad-name '"image": "lab/Box:1"' "$one"
    pod crash '"command": ["false"]' "$one"
    pod post "\"lifecycle\": {\"postStart\": {$failing}}" "$one"
    pod pre "\"lifecycle\": {\"preStop\": {$failing}}" "$one"
    pod probe "\"readinessProbe\": {$failing, \"periodSeconds\": 1}" "$one"
    # 探针只跟着同一台主机的重定向，别处的算警告
    pod redirect "$(redirect)" "$one"
    pod secret "$mount" "$one, \"volumes\": [{\"name\": \"v\", \"secret\": {\"secretName\": \"none\"}}]"
    pod dra '' "$one, \"resourceClaims\": [{\"name\": \"d\", \"resourceClaimName\": \"device\"}]"
    pod attach "$mount" "$one, $(claim attach)"
    pod block '"volumeDevices": [{"name": "v", "devicePath": "/dev/v"}]' "$one, $(claim block)"
    pod group "$mount" "$one, $(claim shared), \"securityContext\": {\"fsGroup\": 1000}"
    pod fit "$(cpu 10m)" "$one"
    pod wait "$(cpu 10m)" "$one"
    # 写满 40 MiB 的内存盘，再把上限改到 16 MiB
    pod shrink "\"resources\": {\"limits\": {\"memory\": \"64Mi\"}}, $mount, \"command\": [\"sh\", \"-c\", \"dd if=/dev/zero of=/v/f bs=1M count=40 && exec sleep 3600\"]" "$one, \"volumes\": [{\"name\": \"v\", \"emptyDir\": {\"medium\": \"Memory\"}}]"
    pod sandbox '' "$one"
    pod tainted '' "$two"
}
second() {
    pod group2 "$mount" "$one, $(claim shared), \"securityContext\": {\"fsGroup\": 2000}"
    pod grow "$mount" "$one, $(claim grow)"
    pod readonly "$mount" "$one, $(claim readonly true)"
}
victim() { pod "$1" "$(cpu "$most")" "$two"; }
critical() { pod "$1" "$(cpu 1)" "$two, \"priorityClassName\": \"system-node-critical\""; }
network() { pod network '' "$two"; }
"$@"
