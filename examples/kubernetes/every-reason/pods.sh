# 每个 Pod 引出一个词：名字、容器里的内容、Pod 里另外的内容（都是一行 JSON）
pod() {
    local box='"name": "c", "image": "lab/box:1", "command": ["sleep", "600"]'
    jq -nc --arg name "$1" "{apiVersion: \"v1\", kind: \"Pod\", metadata: {name: \$name},
        spec: ({terminationGracePeriodSeconds: 1, containers: [{$box} + {${2-}}]} + {${3-}})}"
}
pod running
pod completed '"command": ["true"]' '"restartPolicy": "Never"'
pod error '"command": ["false"]' '"restartPolicy": "Never"'
pod unschedulable '' '"nodeSelector": {"disk": "none"}'
pod gated '' '"schedulingGates": [{"name": "example.test/wait"}]'
pod creating '"volumeMounts": [{"name": "v", "mountPath": "/v"}]' '"volumes": [{"name": "v", "secret": {"secretName": "none"}}]'
pod crash '"command": ["false"]'
pod config '"env": [{"name": "A", "valueFrom": {"secretKeyRef": {"name": "none", "key": "a"}}}]'
pod never-pull '"image": "lab/none:1", "imagePullPolicy": "Never"'
pod pull '"image": "registry.invalid/none:1"'
pod bad-name '"image": "lab/Box:1"'
pod run '"command": ["/no-such-program"]'
pod start '"command": ["/no-such-program"]' '"restartPolicy": "Never"'
pod hook '"lifecycle": {"postStart": {"exec": {"command": ["false"]}}}'
pod memory '"command": ["tail", "/dev/zero"], "resources": {"limits": {"memory": "16Mi"}}' '"restartPolicy": "Never"'
pod deadline '' '"activeDeadlineSeconds": 3'
pod affinity '' '"nodeName": "node1", "nodeSelector": {"disk": "none"}'
pod out-of '"resources": {"requests": {"cpu": "9999"}}' '"nodeName": "node1"'
pod init '' '"initContainers": [{"name": "i", "image": "lab/box:1", "command": ["sleep", "600"]}]'
pod init-error '' '"initContainers": [{"name": "i", "image": "lab/box:1", "command": ["false"]}]'
pod gate '' '"readinessGates": [{"conditionType": "example.test/ready"}]'
pod stubborn '"command": ["sh", "-c", "trap : TERM; while :; do sleep 1; done"]' '"terminationGracePeriodSeconds": 20'
