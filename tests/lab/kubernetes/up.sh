#!/usr/bin/env bash
# Starts a Kubernetes cluster inside a system of the lab, prints "ready" and stays; its end is the cluster's end.
#
#   NODES=2 PROXY=nftables up.sh
#
# Hosts are network namespaces on one bridge: control 10.9.0.10, node1 10.9.0.11 and so on, client 10.9.0.2. kubeadm makes
# certificates, kubeconfigs and the command lines of the control plane; component.sh starts them, node.sh a node.
set -euo pipefail
here=$(dirname "${BASH_SOURCE[0]}")
# shellcheck source=tests/lab/kubernetes/waiting.sh
. "$here/waiting.sh"

nodes=${NODES:-2}
proxy=${PROXY:-nftables}
names=()
for ((number = 1; number <= nodes; number++)); do
    names+=("node$number")
done

require_memory() {
    local needed=$((1000 + 400 * nodes)) available
    available=$(($(awk '/^MemAvailable/ { print $2 }' /proc/meminfo) / 1024))
    if [ "$available" -lt "$needed" ]; then
        echo "✗ 内存不够：$nodes 个节点的集群要 $needed MiB，现在只有 $available MiB 可用"
        exit 1
    fi
}

# Under cgroup v2 a group with processes of its own cannot hand controllers down.
free_the_top_group() {
    local top=/sys/fs/cgroup process controller
    [ -e "$top/cgroup.controllers" ] || return 0
    mkdir -p "$top/init"
    while read -r process; do
        echo "$process" >"$top/init/cgroup.procs"
    done <"$top/cgroup.procs"
    for controller in $(<"$top/cgroup.controllers"); do
        echo "+$controller" >"$top/cgroup.subtree_control"
    done
}

host() {
    ip netns add "$1"
    ip netns exec "$1" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
    ip -n "$1" link set lo up
}

network() {
    local name number=2 other
    host switch
    ip -n switch link add br0 type bridge
    ip -n switch link set br0 up
    ip -n switch addr add 10.9.0.1/24 dev br0
    ip netns exec switch sysctl -qw net.ipv4.ip_forward=1
    # What the bridge carries is not for a node's firewall rules to judge.
    ip netns exec switch sysctl -qw net.bridge.bridge-nf-call-iptables=0 2>/dev/null || true
    for name in client control "${names[@]}"; do
        host "$name"
        ip link add "$name" netns switch type veth peer name eth0 netns "$name"
        ip -n switch link set "$name" master br0 up
        ip -n "$name" addr add "10.9.0.$number/24" dev eth0
        ip -n "$name" link set eth0 up
        echo "10.9.0.$number $name" >>/etc/hosts
        number=$((number == 2 ? 10 : number + 1))
    done
    # A Pod's address is routed to its node: no overlay.
    for name in switch control "${names[@]}"; do
        [ "$name" = switch ] || ip -n "$name" route add default via 10.9.0.1
        for other in "${names[@]}"; do
            [ "$name" = "$other" ] || ip -n "$name" route add "10.244.${other#node}.0/24" via "10.9.0.$((10 + ${other#node}))"
        done
    done
    echo 'runtime-endpoint: unix:///run/containerd/containerd.sock' >/etc/crictl.yaml
    echo 'nameserver 10.9.0.1' >/etc/resolv.conf # nobody answers there: names outside the cluster are refused at once
}

certificates() {
    local config=/etc/kubernetes/kubeadm.yaml name
    mkdir -p /etc/kubernetes /root/.kube
    cat >"$config" <<YAML
apiVersion: kubeadm.k8s.io/v1beta4
kind: InitConfiguration
localAPIEndpoint: {advertiseAddress: 10.9.0.10, bindPort: 6443}
nodeRegistration: {name: NAME, criSocket: "unix:///run/containerd/containerd.sock"}
---
apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: $(kubelet --version | cut -d' ' -f2)
controlPlaneEndpoint: 10.9.0.10:6443
networking: {serviceSubnet: 10.96.0.0/16, podSubnet: 10.244.0.0/16}
dns: {imageRepository: lab, imageTag: "1"}
apiServer: {extraArgs: [{name: enable-aggregator-routing, value: "true"}]}
YAML
    for name in "${names[@]}"; do
        sed "s/NAME/$name/" "$config" >"/etc/kubernetes/kubeadm-$name.yaml"
    done
    sed -i 's/NAME/control/' "$config"
    # kubeadm looks at the default route for an address.
    kubeadm_phase certs all
    kubeadm_phase kubeconfig admin
    kubeadm_phase kubeconfig super-admin
    kubeadm_phase kubeconfig controller-manager
    kubeadm_phase kubeconfig scheduler
    kubeadm_phase etcd local
    kubeadm_phase control-plane all
    for name in "${names[@]}"; do
        mkdir -p "/etc/kubernetes/$name"
        on_control kubeadm init phase kubeconfig kubelet --config "/etc/kubernetes/kubeadm-$name.yaml" \
            --kubeconfig-dir "/etc/kubernetes/$name"
    done
    on_control kubeadm kubeconfig user --config "$config" --client-name system:kube-proxy >/etc/kubernetes/kube-proxy.conf
    cp /etc/kubernetes/admin.conf /root/.kube/config
}

on_control() {
    nsenter --net=/run/netns/control "$@"
}

kubeadm_phase() {
    on_control kubeadm init phase "$@" --config /etc/kubernetes/kubeadm.yaml
}

# The rights that kubeadm gives after its API server answers, and the nodes with the addresses that are routed to them.
first_objects() {
    local name
    export KUBECONFIG=/etc/kubernetes/super-admin.conf
    on_control kubectl create clusterrolebinding kubeadm:cluster-admins --clusterrole=cluster-admin \
        --group=kubeadm:cluster-admins
    on_control kubectl create clusterrolebinding kubeadm:apiserver-kubelet-client \
        --clusterrole=system:kubelet-api-admin --user=kube-apiserver-kubelet-client
    for name in "${names[@]}"; do
        printf '{apiVersion: v1, kind: Node, metadata: {name: %s}, spec: {podCIDR: %s, podCIDRs: [%s]}}\n---\n' \
            "$name" "10.244.${name#node}.0/24" "10.244.${name#node}.0/24"
    done | on_control kubectl create -f -
    unset KUBECONFIG
}

all_nodes_ready() {
    [ "$(on_control kubectl get node --no-headers | grep -cw Ready)" = "$nodes" ]
}

dns_answers() {
    nsenter --net=/run/netns/node1 busybox nslookup kubernetes.default.svc.cluster.local 10.96.0.10 | grep -qw 10.96.0.1
}

require_memory
free_the_top_group
mkdir -p /run/cluster /var/log/cluster /var/lib/cluster/images
ln -s null /dev/kmsg # the kubelet wants one; this machine's is not its business
network >/var/log/cluster/network.log 2>&1 || give_up 网络 /var/log/cluster/network.log
python3 "$here/images.py" /var/lib/cluster/images
certificates >/var/log/cluster/kubeadm.log 2>&1 || give_up kubeadm /var/log/cluster/kubeadm.log
for component in etcd kube-apiserver kube-controller-manager kube-scheduler; do
    "$here/component.sh" start "$component"
done
for name in "${names[@]}"; do
    PROXY=$proxy "$here/node.sh" boot "$name"
done
await 'etcd' etcd 60 on_control curl -sf -o /dev/null --cacert /etc/kubernetes/pki/etcd/ca.crt \
    --cert /etc/kubernetes/pki/etcd/healthcheck-client.crt --key /etc/kubernetes/pki/etcd/healthcheck-client.key \
    https://10.9.0.10:2379/health
await 'kube-apiserver' kube-apiserver 90 \
    on_control curl -sf -o /dev/null --cacert /etc/kubernetes/pki/ca.crt https://10.9.0.10:6443/readyz
first_objects >>/var/log/cluster/kubeadm.log 2>&1 || give_up 集群的第一批对象 /var/log/cluster/kubeadm.log
for name in "${names[@]}"; do
    touch "/var/lib/cluster/$name/kubelet/known"
done
await 'kube-controller-manager' kube-controller-manager 60 on_control kubectl -n default get serviceaccount default
kubeadm_phase addon coredns >>/var/log/cluster/kubeadm.log 2>&1 || give_up CoreDNS /var/log/cluster/kubeadm.log
on_control kubectl -n kube-system scale deployment coredns --replicas=1 >/dev/null
await '每个节点' node1-kubelet 60 all_nodes_ready
await 'CoreDNS' node1-kubelet 60 dns_answers
echo ready
exec sleep infinity
