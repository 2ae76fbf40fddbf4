# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup client 'kubectl apply -f web.yaml && kubectl wait --for=condition=Ready pod --all --timeout=60s'
for number in 1 2; do
    setup "node$number" "ip addr add 10.9.0.10$number/24 dev eth0"
    setup "node$number" 'ln -s "/proc/$(crictl inspect -o go-template --template "{{.info.pid}}" "$(crictl ps -q --name box)")/ns/net" /run/pod'
done

note 'node2 换成 iptables 模式，node1 还是 nftables'
on node2 "sed -i 's/^mode: .*/mode: iptables/' /etc/kubernetes/kube-proxy.yaml"
setup node2 'kill "$(cat /run/kube-proxy.pid)"; while kill -0 "$(cat /run/kube-proxy.pid)"; do sleep 0.05; done'
background node2 'exec kube-proxy --config /etc/kubernetes/kube-proxy.yaml'
wait_for '/opt/handbook/cluster/on.sh node2 iptables-save | grep -q "^-A KUBE-SERVICES.*10.96.1.10"' 30
# 端点都写进了两台的规则才问
for number in 1 2; do
    from="/opt/handbook/cluster/on.sh node$number nsenter --net=/run/pod curl -s --max-time 1"
    wait_for "[ \"\$(for _ in {1..8}; do $from http://10.96.1.10/; done | sort -u | wc -l)\" = 2 ]" 60
    wait_for "$from http://10.96.1.12/ && curl -s --max-time 1 http://10.9.0.1$number:3008$number/" 60
done
on node1 'nft list tables | grep kube-proxy; iptables-save | grep -c "^-A KUBE-SERVICES"'
expect 'node1：nftables 的表，没有 KUBE- 的链' [ "$output" = $'table ip kube-proxy\n0' ]
on node2 'nft list tables | grep kube-proxy; iptables-save | grep -c "^-A KUBE-SERVICES.*10.96.1.10"'
expect 'node2：相反' [ "$output" = 1 ]

note '没有规则的包从节点出去，交给路由器；这一台不回话'
on switch 'ip route add blackhole 10.96.0.0/16'
note 'node1，nftables 模式'
on client 'bash ask.sh 1'
expect '没有定义的端口也是 refused' contains "$output" $'没有定义的端口：refused\n没有端点的 Service：refused'
expect 'ping 得到端口不可达' contains "$output" 'ping ClusterIP：Destination Port Unreachable'
expect 'NodePort 只听主地址' contains "$output" $'主地址：回答\nNodePort，第二个地址：refused\nNodePort，节点自己的 127.0.0.1：refused'
expect '会话保持的只去一个 Pod' contains "$output" '到过几个 Pod：2，会话保持的：1'
expect 'Local 的丢掉' contains "$output" $'端点在这台：回答\nLocal，端点在另一台：超时'
note 'node2，iptables 模式'
on client 'bash ask.sh 2'
expect '没有定义的端口是超时' contains "$output" $'没有定义的端口：超时\n没有端点的 Service：refused'
expect 'ping 没有回音' contains "$output" 'ping ClusterIP：100% packet loss'
expect 'NodePort 每个地址都听' contains "$output" $'主地址：回答\nNodePort，第二个地址：回答\nNodePort，节点自己的 127.0.0.1：回答'
expect '会话保持一样' contains "$output" '到过几个 Pod：2，会话保持的：1'
expect 'Local 一样' contains "$output" $'端点在这台：回答\nLocal，端点在另一台：超时'
note '换成会回话的路由器，node2 上再问前两样'
on switch 'ip route del blackhole 10.96.0.0/16'
on client 'bash ask.sh 2 | head -n 2'
expect 'iptables 模式下，它们说的是路由器的话' [ "$output" = $'ping ClusterIP：Destination Net Unreachable\n没有定义的端口：网络不可达' ]
