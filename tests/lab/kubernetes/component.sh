#!/usr/bin/env bash
# Starts a program of the control plane as kubeadm would, but as a process of the host control, or ends it.
#
#   component.sh start|stop etcd|kube-apiserver|kube-controller-manager|kube-scheduler
set -euo pipefail

name=$2
pid_file=/run/cluster/$name.pid

# What an example started ends with its control groups; this must outlive it.
leave_the_example() {
    local file
    if [ -e /sys/fs/cgroup/init/cgroup.procs ]; then
        echo $BASHPID >/sys/fs/cgroup/init/cgroup.procs
        return
    fi
    for file in /sys/fs/cgroup/*/cgroup.procs; do
        [ ! -e "$file" ] || echo $BASHPID >"$file"
    done
}

start() {
    leave_the_example
    setsid "$0" keep "$name" >>"/var/log/cluster/$name.log" 2>&1 </dev/null &
    echo $! >"$pid_file"
}

# A kubelet would restart the static Pod: the controller manager ends by itself when it cannot renew its lease.
keep() {
    local command
    mapfile -t command < <(python3 -c '
import sys, yaml
print(*yaml.safe_load(open(sys.argv[1]))["spec"]["containers"][0]["command"], sep="\n")
' "/etc/kubernetes/manifests/$name.yaml")
    while true; do
        nsenter --net=/run/netns/control "${command[@]}" || true
        sleep 1
    done
}

# Not SIGTERM: the API server would wait a minute for its watches.
stop() {
    local pid
    pid=$(<"$pid_file")
    kill -KILL -- "-$pid"
    while pgrep --pgroup "$pid" >/dev/null; do
        sleep 0.05
    done
}

case $1 in
    start | stop | keep) "$1" ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
