# 最近一次建沙箱失败的事件，从插件的名字起。
said() { # Pod
    printf "kubectl get event --field-selector involvedObject.name=%s,reason=FailedCreatePodSandBox -o json | jq -r '.items[-1].message' | grep -o 'plugin type=.*'" "$1"
}

start() { # Pod
    on client "kubectl run $1 --image=lab/box:1 --overrides='{\"spec\":{\"nodeName\":\"node1\"}}' -- sleep infinity"
}

# 失败后 kubelet 过十几秒才再试；碰一下 Pod，它马上就试
started() { # Pod
    setup client "kubectl annotate pod $1 look=again"
    on client "kubectl wait --for=condition=Ready pod/$1 --timeout=40s"
    expect '起来了' [ "$status" = 0 ]
}

# 上一个示例的 Pod 还在结束，会把地址还回来
wait_for '! kubectl get pod -A --field-selector spec.nodeName=node1 -o json | jq -e ".items[] | select(.metadata.deletionTimestamp)"' 40
setup node1 'cp /etc/cni/net.d/10-lab.conflist /var/lib/cni/10-lab.conflist'
note '一、地址分完了：每个地址一个文件，写着沙箱的编号；节点断过电，没有人删'
setup node1 'mkdir -p /var/lib/cni/networks/lab; cd /var/lib/cni/networks/lab; for ((n = 2; n < 255; n++)); do [ -e 10.244.1.$n ] || { printf "%064d\r\neth0" $n >10.244.1.$n; touch -d "1 hour ago" 10.244.1.$n; }; done'
start full
wait_for "$(said full)" 40
on client "$(said full)"
expect '没有地址可分' contains "$output" 'no IP addresses available in range set: 10.244.1.1-10.244.1.254'
on node1 'ls /var/lib/cni/networks/lab | grep -c "^10\."'
expect '占了 253 个' [ "$output" = 253 ]
on node1 '[ "$(crictl pods -q --state ready | wc -l)" -lt 20 ] && echo 不到 20 个沙箱'
expect '沙箱没有几个：是漏的' [ "$status" = 0 ]
note '只删十分钟以前的、沙箱已经没有的；不腾空节点就全删，会把在用的地址再分出去'
on node1 'ids=$(crictl pods -q --no-trunc); cd /var/lib/cni/networks/lab; find 10.* -mmin +10 | while read -r file; do grep -q "$(head -n 1 "$file" | tr -d "\r")" <<<"$ids" || rm "$file"; done'
started full

note '二、节点的网段变了，网桥还是旧地址'
setup node1 'sed -i s/10.244.1.0/10.244.9.0/ /etc/cni/net.d/10-lab.conflist'
start moved
wait_for "$(said moved)" 40
on client "$(said moved)"
expect '网桥 cni0 的地址对不上' contains "$output" '"cni0" already has an IP address different from 10.244.9.1/24'
on node1 'ip -br -4 addr show cni0; jq -r ".plugins[0].ipam.ranges[][].subnet" /etc/cni/net.d/10-lab.conflist'
expect '一个是 1，一个是 9' contains "$output" $'10.244.1.1/24 \n10.244.9.0/24'
on client 'kubectl get node node1 -o jsonpath="{.spec.podCIDR}"; echo'
expect '节点分到的是 1，写错的是配置' [ "$output" = 10.244.1.0/24 ]
setup node1 'cat /var/lib/cni/10-lab.conflist >/etc/cni/net.d/10-lab.conflist'
started moved

note '三、配置里写的插件，节点上没有'
setup node1 'sed -i s/\"bridge\",/\"flannel\",/ /etc/cni/net.d/10-lab.conflist'
start plugin
wait_for "$(said plugin)" 40
on client "$(said plugin)"
expect '找不到程序' contains "$output" 'failed to find plugin "flannel" in path [/usr/lib/cni]'
on node1 'ls /usr/lib/cni | grep -cx flannel'
expect '没有' [ "$output" = 0 ]
setup node1 'cat /var/lib/cni/10-lab.conflist >/etc/cni/net.d/10-lab.conflist; rm /var/lib/cni/10-lab.conflist'
started plugin
