# 名字、容器里的内容、Pod 里另外的内容（都是一行 JSON）；hold- 开头的已经在 node1 上，别的等着调度
pod() {
    jq -nc --arg name "$1" "{apiVersion: \"v1\", kind: \"Pod\", metadata: {name: \$name, labels: {app: (\$name | ltrimstr(\"hold-\"))}},
        spec: ({terminationGracePeriodSeconds: 1, containers: [{name: \"c\", image: \"lab/box:1\", command: [\"sleep\", \"600\"]} + {${2-}}]} + {${3-}})}"
}
here='"nodeName": "node1"'
one='"nodeSelector": {"kubernetes.io/hostname": "node1"}'
apart() { # 键 app 的值 拓扑键
    printf '"affinity": {"%s": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "%s", "labelSelector": {"matchLabels": {"app": "%s"}}}]}}' "$1" "$3" "$2"
}
spread() { # 标签 拓扑键
    printf '"topologySpreadConstraints": [{"maxSkew": 1, "whenUnsatisfiable": "DoNotSchedule", "nodeAffinityPolicy": "Ignore", "topologyKey": "%s", "labelSelector": {"matchLabels": {"app": "%s"}}}]' "$2" "$1"
}
port='"ports": [{"containerPort": 30999, "hostPort": 30999}]'
host=kubernetes.io/hostname
iscsi='"volumes": [{"name": "v", "iscsi": {"targetPortal": "10.9.0.2", "iqn": "iqn.2026-01.example.lab:disk", "lun": 0, "fsType": "ext4"}}]'
claim() { printf '"volumes": [{"name": "v", "persistentVolumeClaim": {"claimName": "%s"}}]' "$1"; }

pod hold-port "$port" "$here"
pod hold-guard '' "$here"
pod hold-lonely '' "$here, $(apart podAntiAffinity intruder $host)"
pod hold-spread '' "$here"
pod hold-disk '' "$here, $iscsi"
pod hold-once '' "$here, $(claim once)"

pod memory '"resources": {"requests": {"memory": "999Ti"}}'
pod ephemeral '"resources": {"requests": {"ephemeral-storage": "999Ti"}}'
pod port "$port" "$one"
pod selector '' '"nodeSelector": {"disk": "none"}'
pod conflict '' '"affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": {"nodeSelectorTerms": [{"matchFields": [{"key": "metadata.name", "operator": "In", "values": ["node1"]}, {"key": "metadata.name", "operator": "In", "values": ["node2"]}]}]}}}'
pod enforced '' '"schedulerName": "enforced"'
pod friend '' "$(apart podAffinity nobody $host)"
pod anti '' "$one, $(apart podAntiAffinity guard $host)"
pod intruder '' "$one"
pod spread '' "$one, $(spread spread $host)"
pod rack '' "$(spread rack example.test/rack)"
pod cordoned '' '"nodeSelector": {"kubernetes.io/hostname": "node2"}'
pod disk '' "$one, $iscsi"
pod once '' "$one, $(claim once)"
pod zone '' "$one, $(claim zone)"
pod attach '' "$one, $(claim attach)"
pod bind '' "$(claim bind)"
pod space '' "$(claim space)"
pod missing '' "$(claim missing)"
pod lost '' "$(claim lost)"
