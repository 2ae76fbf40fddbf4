#!/usr/bin/env bash
# Ends the kubelet of the node it runs on and starts it with the same arguments, so that it reads its configuration anew.
#
#   kubelet.sh restart [ARGUMENT ...]     those given come last, so they win
set -euo pipefail

restart() {
    local old arguments file saved=/run/kubelet.cmdline
    old=$(</run/kubelet.pid)
    # One that ended by itself left nothing but this.
    [ ! -e "/proc/$old/cmdline" ] || cp "/proc/$old/cmdline" "$saved"
    mapfile -d '' -t arguments <"$saved"
    kill "$old" 2>/dev/null || true
    while kill -0 "$old" 2>/dev/null; do
        sleep 0.05
    done
    # It must outlive the example that runs this: what an example started ends with its control groups.
    for file in /sys/fs/cgroup/init/cgroup.procs /sys/fs/cgroup/*/cgroup.procs; do
        [ ! -e "$file" ] || echo $BASHPID >"$file"
    done
    setsid "${arguments[@]}" "$@" >>"/var/log/cluster/$HOSTNAME-kubelet.log" 2>&1 </dev/null &
    echo $! >/run/kubelet.pid
}

case ${1:-} in
    restart) restart "${@:2}" ;;
    *) sed -n '2,4s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
