# 控制器的事件，和 Pod 要的卷
volume() { # 名字 PV 的 spec 里的内容 volumeMode
    jq -nc --arg name "$1" "{apiVersion: \"v1\", kind: \"PersistentVolume\", metadata: {name: \$name},
        spec: ({storageClassName: \"\", capacity: {storage: \"1Gi\"}, accessModes: [\"ReadWriteOnce\"], volumeMode: \"${3-Filesystem}\",
            claimRef: {namespace: \"every-event\", name: \$name}} + {$2})}"
    claim "$1" '' "\"volumeName\": \"$1\", \"volumeMode\": \"${3-Filesystem}\""
}
claim() { # 名字 类 另外的内容
    jq -nc --arg name "$1" --arg class "$2" "{apiVersion: \"v1\", kind: \"PersistentVolumeClaim\", metadata: {name: \$name},
        spec: ({storageClassName: \$class, accessModes: [\"ReadWriteOnce\"], resources: {requests: {storage: \"1Gi\"}}} + {${3-}})}"
}
class() { # 名字 provisioner 什么时候绑
    jq -nc --arg name "$1" "{apiVersion: \"storage.k8s.io/v1\", kind: \"StorageClass\", metadata: {name: \$name}, provisioner: \"$2\", volumeBindingMode: \"$3\"}"
}
disk() { # 路径
    printf '"local": {"path": "%s"}, "nodeAffinity": {"required": {"nodeSelectorTerms": [{"matchExpressions": [{"key": "kubernetes.io/hostname", "operator": "In", "values": ["node1"]}]}]}}' "$1"
}
job() { # 名字 命令 另外的内容
    jq -nc --arg name "$1" "{apiVersion: \"batch/v1\", kind: \"Job\", metadata: {name: \$name}, spec: ({backoffLimit: 0, template: {spec:
        {restartPolicy: \"Never\", terminationGracePeriodSeconds: 1, containers: [{name: \"c\", image: \"lab/box:1\", command: $2}]}}} + {${3-}})}"
}
deployment() { # 名字 Pod 里另外的内容
    jq -nc --arg name "$1" "{apiVersion: \"apps/v1\", kind: \"Deployment\", metadata: {name: \$name}, spec: {selector: {matchLabels: {app: \$name}},
        template: {metadata: {labels: {app: \$name}}, spec: ({terminationGracePeriodSeconds: 1, containers: [{name: \"c\", image: \"lab/box:1\", command: [\"sleep\", \"3600\"]}]} + {${2-}})}}}"
}
volume attach '"csi": {"driver": "csi.lab.example", "volumeHandle": "disk-1"}'
volume block "$(disk /var/lib/kubelet/none)" Block
volume shared "$(disk /var/lib/kubelet/shared)"
volume grow "$(disk /var/lib/kubelet/grow)"
volume readonly "$(disk /var/lib/kubelet/readonly)"
class first-consumer kubernetes.io/no-provisioner WaitForFirstConsumer
class outside outside.lab.example Immediate
claim nothing ''
claim later first-consumer
claim asked outside
claim no-class none
jq -nc '{apiVersion: "storage.k8s.io/v1", kind: "CSIDriver", metadata: {name: "csi.lab.example"}, spec: {attachRequired: true}}'
jq -nc '{apiVersion: "resource.k8s.io/v1", kind: "ResourceClaim", metadata: {name: "device"}, spec: {devices: {requests: [{name: "r", exactly: {deviceClassName: "none"}}]}}}'
deployment web
deployment no-account '"serviceAccountName": "none"'
job good '["true"]'
job bad '["false"]'
job slow '["sleep", "3600"]' '"activeDeadlineSeconds": 1'
jq -nc '{apiVersion: "policy/v1", kind: "PodDisruptionBudget", metadata: {name: "nobody"}, spec: {minAvailable: 1, selector: {matchLabels: {app: "nobody"}}}}'
jq -nc '{apiVersion: "autoscaling/v2", kind: "HorizontalPodAutoscaler", metadata: {name: "scaler"}, spec: {maxReplicas: 2, scaleTargetRef: {apiVersion: "apps/v1", kind: "Deployment", name: "none"}}}'
