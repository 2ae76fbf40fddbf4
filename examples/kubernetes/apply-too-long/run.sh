manifest='kubectl create configmap big --from-file=300k.txt --dry-run=client -o yaml'

setup client 'head -c 225000 /dev/zero | base64 -w 75 >300k.txt'
on client 'stat -c %s 300k.txt'
on client "$manifest | kubectl apply -f -"
expect '注解超过 256 KiB' contains "$output" 'metadata.annotations: Too long: may not be more than 262144 bytes'
on client "$manifest | kubectl create --dry-run=server -f -"
expect 'create 能过，所以只是注解' contains "$output" 'configmap/big created'

note '服务端 apply 不写那个注解'
on client "$manifest | kubectl apply --server-side -f -"
expect '提交成功' contains "$output" 'serverside-applied'
on client "kubectl get configmap big -o json | jq '.metadata.annotations, (.data[] | length)'"
expect '没有注解，内容完整' [ "$output" = $'null\n304000' ]

note '数据区自己的上限是另一回事：1 MiB，换方式也没有用'
on client "head -c 1100000 /dev/zero | tr '\\0' x >1m.txt; kubectl create configmap huge --from-file=1m.txt"
expect '写的是 1048576' contains "$output" 'may not be more than 1048576 bytes'
