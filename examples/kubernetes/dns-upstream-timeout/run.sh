lookup='kubectl exec app -- nslookup -type=a'
coredns_log="kubectl -n kube-system logs -l k8s-app=kube-dns --since-time=$(date -u +%FT%TZ) --tail=-1"

background switch 'coredns -conf Corefile'
wait_for 'ip netns exec switch ss -Hlun "sport = :53" | grep -q .'
setup switch 'nft "add table ip wall; add chain ip wall in { type filter hook input priority 0; }; add rule ip wall in ip saddr 10.244.0.0/16 udp dport 53 drop"'
setup client 'kubectl run app --image=lab/box:1 -- sleep infinity'
setup client 'kubectl wait --for=condition=Ready pod/app --timeout=30s'

on client "$lookup www.shop.example. 2>&1 | grep timed"
expect '外面的名字超时' contains "$output" 'connection timed out; no servers could be reached'
on client "$lookup kubernetes.default.svc.cluster.local. | grep ^Address | tail -n 1"
expect '集群内的名字正常' [ "$output" = 'Address: 10.96.0.1' ]
wait_for "$coredns_log | grep 'www.shop.example' | grep -q 'i/o timeout'" 20
on client "kubectl -n kube-system logs -l k8s-app=kube-dns --tail=50 | grep 'www.shop.example' | tail -n 1 | sed -E 's/(udp [0-9.]+):[0-9]+/\\1:端口/; s/10\\.244\\.[0-9.]+/Pod地址/'"
expect '箭头右边是没有回答的上游' contains "$output" 'www.shop.example. A: read udp Pod地址:端口->10.9.0.1:53: i/o timeout'

note '同一个问题，从节点问，从 Pod 问'
on node1 'busybox nslookup -type=a www.shop.example. 10.9.0.1 | grep ^Address | tail -n 1'
expect '节点问得到' [ "$output" = 'Address: 192.0.2.80' ]
on client "$lookup www.shop.example. 10.9.0.1 2>&1 | grep timed"
expect 'Pod 问不到：拦的是 Pod 的网段' contains "$output" 'connection timed out'

note '上游放行 Pod 的网段'
on switch 'nft delete rule ip wall in handle $(nft -a list chain ip wall in | sed -n "s/.*dport 53.*handle //p")'
wait_for "$lookup www.shop.example." 20
on client "$lookup www.shop.example. | grep ^Address | tail -n 1"
expect '解析了' [ "$output" = 'Address: 192.0.2.80' ]
setup switch 'nft delete table ip wall'
