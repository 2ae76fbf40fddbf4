on client 'kubectl get endpoints'
expect '警告写着从哪一版弃用、换成什么' \
    contains "$output" 'Warning: v1 Endpoints is deprecated in v1.33+; use discovery.k8s.io/v1 EndpointSlice'
expect '只是警告，命令成功' [ "$status" = 0 ]
on client 'kubectl --warnings-as-errors get endpoints'
expect '流水线里加上它就失败' contains "$output" 'error: 1 warning received'
on client 'kubectl --warnings-as-errors get endpointslice'
expect '换成新的就没有警告' [ "$status" = 0 ]

note 'API Server 记着有人问过什么，不记是谁'
quiet client 'kubectl get componentstatuses'
on client "kubectl get --raw /metrics | grep '^apiserver_requested_deprecated_apis.*componentstatuses'"
expect '这一行在，直到 API Server 重启；removed_release 是空的，还没有定哪一版移除' \
    contains "$output" 'removed_release="",resource="componentstatuses"'
