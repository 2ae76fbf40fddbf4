events="kubectl get event --field-selector reason=DNSConfigForming,involvedObject.name="

setup node1 "printf 'nameserver 192.0.2.%s\n' 1 2 3 4 >/var/lib/kubelet/resolv.conf; echo 'resolvConf: /var/lib/kubelet/resolv.conf' >>/var/lib/kubelet/config.yaml"
setup node1 '/opt/handbook/cluster/kubelet.sh restart'
setup client 'kubectl apply -f pods.yaml'
setup client 'kubectl wait --for=condition=Ready pod/default pod/cluster-first --timeout=40s'
wait_for "${events}default | grep -q exceeded" 20
on client "${events}default -o json | jq -r '.items[0].message'"
expect '第四个没有用上' contains "$output" 'the applied nameserver line is: 192.0.2.1 192.0.2.2 192.0.2.3'
on node1 'grep -c ^nameserver "$(sed -n "s/^resolvConf: //p" /var/lib/kubelet/config.yaml)"'
expect '节点的文件里有四个' [ "$output" = 4 ]
on client 'kubectl exec default -- grep -c ^nameserver /etc/resolv.conf'
expect 'Pod 里有三个' [ "$output" = 3 ]

note '只是警告：Pod 照常 Running；ClusterFirst 的 Pod 连警告也没有'
on client 'kubectl get pod default --no-headers | awk "{ print \$2, \$3 }"'
expect '在跑' [ "$output" = '1/1 Running' ]
on client "${events}cluster-first"
expect '没有事件' contains "$output" 'No resources found'
on client 'kubectl exec cluster-first -- grep ^nameserver /etc/resolv.conf'
expect '它只用集群 DNS' [ "$output" = 'nameserver 10.96.0.10' ]

note '减到三个，再建一个'
on node1 'sed -i 4d /var/lib/kubelet/resolv.conf'
setup client 'sed "s/name: default/name: again/; /^---/,\$d" pods.yaml | kubectl apply -f - && kubectl wait --for=condition=Ready pod/again --timeout=40s'
on client "${events}again"
expect '没有事件了' contains "$output" 'No resources found'
setup node1 "sed -i '/^resolvConf/d' /var/lib/kubelet/config.yaml; rm /var/lib/kubelet/resolv.conf; /opt/handbook/cluster/kubelet.sh restart"
