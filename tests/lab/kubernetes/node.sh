#!/usr/bin/env bash
# Boots a node of the cluster in namespaces of its own, or cuts its power.
#
#   node.sh boot|cut NAME
#
# The node's disk is a file system in memory below /var/lib/cluster/NAME, which stays when the power is cut.
set -euo pipefail

here=$(dirname "${BASH_SOURCE[0]}")
action=$1
name=$2
disk=/var/lib/cluster/$name
logs=/var/log/cluster

groups() {
    find /sys/fs/cgroup -maxdepth 2 -type d -name "$name"
}

make_groups() {
    local parent
    # cAdvisor waits long for the groups of an earlier run.
    groups | while read -r parent; do
        find "$parent" -depth -type d -exec rmdir {} +
    done
    if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
        mkdir "/sys/fs/cgroup/$name"
        return
    fi
    for parent in /sys/fs/cgroup/*/; do
        mkdir "$parent$name"
    done
    # A new group of the controller cpuset has no processors until it is given some.
    cat /sys/fs/cgroup/cpuset/cpuset.cpus >"/sys/fs/cgroup/cpuset/$name/cpuset.cpus"
    cat /sys/fs/cgroup/cpuset/cpuset.mems >"/sys/fs/cgroup/cpuset/$name/cpuset.mems"
}

make_disk() {
    mkdir -p "$disk"
    mount -t tmpfs -o mode=0755,size=2g "$name" "$disk"
    mkdir -p "$disk"/{kubelet,containerd,cni,net.d,pods,containers,kubernetes/pki}
    cp "/etc/kubernetes/$name/kubelet.conf" /etc/kubernetes/kube-proxy.conf "$disk/kubernetes"
    cp /etc/kubernetes/pki/ca.crt "$disk/kubernetes/pki"
    cat >"$disk/net.d/10-lab.conflist" <<JSON
{
  "cniVersion": "1.0.0",
  "name": "lab",
  "plugins": [
    {
      "type": "bridge",
      "bridge": "cni0",
      "isGateway": true,
      "hairpinMode": true,
      "ipam": {
        "type": "host-local",
        "ranges": [[{"subnet": "10.244.${name#node}.0/24"}]],
        "routes": [{"dst": "0.0.0.0/0"}]
      }
    },
    {"type": "portmap", "capabilities": {"portMappings": true}}
  ]
}
JSON
    cat >"$disk/kubelet/config.yaml" <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication:
  anonymous: {enabled: false}
  webhook: {enabled: true}
  x509: {clientCAFile: /etc/kubernetes/pki/ca.crt}
authorization: {mode: Webhook}
cgroupDriver: cgroupfs
cgroupRoot: /$name
clusterDNS: [10.96.0.10]
clusterDomain: cluster.local
containerRuntimeEndpoint: unix:///run/containerd/containerd.sock
evictionHard: {memory.available: 50Mi, nodefs.available: 5%, imagefs.available: 5%}
failCgroupV1: false
failSwapOn: false
imageGCHighThresholdPercent: 95
imageGCLowThresholdPercent: 94
rotateCertificates: true
YAML
    cat >"$disk/kubernetes/kube-proxy.yaml" <<YAML
apiVersion: kubeproxy.config.k8s.io/v1alpha1
kind: KubeProxyConfiguration
clientConnection: {kubeconfig: /etc/kubernetes/kube-proxy.conf}
clusterCIDR: 10.244.0.0/16
# A node here may not change how many connections the kernel remembers.
conntrack: {maxPerCore: 0, min: 0, tcpEstablishedTimeout: 0s, tcpCloseWaitTimeout: 0s}
hostnameOverride: $name
metricsBindAddress: 127.0.0.1:10249
mode: ${PROXY:-nftables}
YAML
    cat >"$disk/containerd.toml" <<'TOML'
version = 2
disabled_plugins = ["io.containerd.internal.v1.opt", "io.containerd.nri.v1.nri"]

[plugins."io.containerd.grpc.v1.cri"]
  disable_apparmor = true
  restrict_oom_score_adj = true
  sandbox_image = "lab/pause:1"

[plugins."io.containerd.grpc.v1.cri".cni]
  bin_dir = "/usr/lib/cni"
TOML
}

boot() {
    make_groups
    mountpoint -q "$disk" || make_disk
    setsid nsenter --net="/run/netns/$name" unshare --mount --uts --ipc --pid --fork --kill-child --mount-proc \
        --propagation private tini -s -- "$here/node.sh" run "$name" >"$logs/$name.log" 2>&1 </dev/null &
    local holder=$! first=''
    until [ -n "$first" ] && [ "$(<"/proc/$first/comm")" = tini ]; do
        kill -0 "$holder"
        sleep 0.05
        read -r first <"/proc/$holder/task/$holder/children" || true
    done
    echo "$first" >"/run/cluster/$name"
}

cut() {
    kill -KILL "$(<"/run/cluster/$name")"
    # The processes of its Pods are gone when their groups are empty.
    until [ -z "$(groups | while read -r group; do find "$group" -name cgroup.procs -exec cat {} +; done)" ]; do
        sleep 0.05
    done
}

# What the kubelet would set for the whole machine it finds as it wants it.
hide_machine_settings() {
    local setting
    mkdir /run/settings
    for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
        kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
        echo "${setting#*=}" >"/run/settings/$(basename "${setting%=*}")"
        mount --bind "/run/settings/$(basename "${setting%=*}")" "/proc/sys/${setting%=*}"
    done
}

# In all the namespaces of the node, below its first process.
run() {
    local folder
    hostname "$name"
    mount -t tmpfs -o mode=0755 tmpfs /run
    mkdir -p /run/lock /run/netns /etc/cni/net.d /var/lib/kubelet /var/lib/containerd /var/lib/cni /var/log/pods \
        /var/log/containers
    for folder in kubelet:/var/lib/kubelet containerd:/var/lib/containerd cni:/var/lib/cni net.d:/etc/cni/net.d \
        pods:/var/log/pods containers:/var/log/containers kubernetes:/etc/kubernetes; do
        mount --bind "$disk/${folder%%:*}" "${folder#*:}"
    done
    mount --make-rshared /
    hide_machine_settings
    sysctl -qw net.ipv4.ip_forward=1
    sysctl -qw net.bridge.bridge-nf-call-iptables=1 2>/dev/null || true
    containerd --config "$disk/containerd.toml" >>"$logs/$name-containerd.log" 2>&1 &
    until ctr version >/dev/null 2>&1; do
        sleep 0.1
    done
    for folder in /var/lib/cluster/images/*.tar; do
        ctr --namespace k8s.io images import "$folder"
    done
    until [ -e /var/lib/kubelet/known ]; do
        sleep 0.1
    done
    kube-proxy --config /etc/kubernetes/kube-proxy.yaml >>"$logs/$name-kube-proxy.log" 2>&1 &
    echo $! >/run/kube-proxy.pid
    kubelet --config /var/lib/kubelet/config.yaml --kubeconfig /etc/kubernetes/kubelet.conf --hostname-override "$name" \
        --node-ip "10.9.0.$((10 + ${name#node}))" >>"$logs/$name-kubelet.log" 2>&1 &
    echo $! >/run/kubelet.pid
    wait
}

case $action in
    boot | cut | run) "$action" ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
