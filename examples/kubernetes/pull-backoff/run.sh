folder=/var/lib/cluster/pull-backoff
# 节点看不到示例的目录，看得到这里
setup client "rm -rf $folder && mkdir $folder && cp registry.py $folder"
background node1 "python3 $folder/registry.py $folder/pulls"
wait_port node1 5000
setup client 'kubectl apply -f web.yaml'
# 状态每变一次记一行
kubectl get pod web -w -o json | jq --unbuffered -r '.status.containerStatuses[0].state.waiting.reason // empty' >reasons &

wait_for 'grep -q ImagePullBackOff reasons' 20
on client "kubectl get pod web -o jsonpath='{.status.containerStatuses[0].state.waiting.message}'"
expect '在等，没有去问仓库；冒号后面是上一次的原因' contains "$output" 'Back-off pulling image "localhost:5000/shop/web:9": ErrImagePull: '

note '等仓库第三次被问'
wait_for "[ \"\$(wc -l <$folder/pulls)\" -ge 3 ]" 60
on client 'grep Image reasons | sort -u'
expect '拉取失败是 ErrImagePull，等着是 ImagePullBackOff' [ "$output" = $'ErrImagePull\nImagePullBackOff' ]
quiet client "awk 'NR > 1 { printf \"%d \", \$1 - last } { last = \$1 }' $folder/pulls"
read -r first second <<<"$output"
expect '第一次等 10 秒多' between "$first" 10 17
expect '第二次等 20 秒多，加倍了' between "$second" 20 32

note '换成对的镜像：名字变了，不用等退避'
on client 'kubectl set image pod/web web=lab/web:1'
on client 'kubectl wait --for=condition=Ready pod/web --timeout=20s'
expect '起来了' [ "$status" = 0 ]
