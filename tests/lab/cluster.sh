#!/usr/bin/env bash
# Keeps the processes of a cluster together in control groups of their own, so that nothing of it outlives its user.
#
#   cluster.sh hold COMMAND [ARGUMENT ...]         runs a command; ends it with all that it started when standard input ends
#   cluster.sh enter PID COMMAND [ARGUMENT ...]    runs a command in the namespaces of PID, then ends what it left running
set -euo pipefail

# Prints the folder of a process in each hierarchy of control groups; of one tree (version 2) the top, where alone a
# group with processes may have groups that get controllers.
groups_of() {
    local controllers path mount lines
    mapfile -t lines <"/proc/$1/cgroup"
    for line in "${lines[@]}"; do
        IFS=: read -r _ controllers path <<<"$line"
        mount=/sys/fs/cgroup
        if [ "${#lines[@]}" -gt 1 ]; then
            mount+=/${controllers#name=}
            [ -n "$controllers" ] || mount+=unified
        elif [ "$1" = self ]; then
            path=/
        fi
        [ -d "$mount$path" ] || path=/ # a container shows its own part of the tree only
        path=${path%/}
        echo "$mount$path"
    done
}

remove_group() {
    find "$1" -depth -type d -exec rmdir {} + 2>/dev/null
}

release() {
    local group deadline=$((SECONDS + 10))
    exec 2>/dev/null # bash would tell who was killed
    kill -KILL "$inner" || true
    for group in "${groups[@]}"; do
        until remove_group "$group" || [ ! -d "$group" ] || [ "$SECONDS" -ge "$deadline" ]; do
            sleep 0.1
        done
    done
}

hold() {
    local parent group old
    groups=()
    inner=''
    mapfile -t parents < <(groups_of self)
    for parent in "${parents[@]}"; do
        # What a holder left that was itself killed.
        for old in "$parent"/handbook-cluster-*; do
            [ ! -d "$old" ] || [ -e "/proc/${old##*-}" ] || remove_group "$old" || true
        done
        group=$parent/handbook-cluster-$$
        mkdir "$group"
        groups+=("$group")
        if [ -e "$group/cpuset.cpus" ] && [ -e "$group/notify_on_release" ]; then
            cat "$parent/cpuset.cpus" >"$group/cpuset.cpus"
            cat "$parent/cpuset.mems" >"$group/cpuset.mems"
        fi
    done
    trap release EXIT
    trap 'exit 143' TERM INT HUP
    exec 3<&0
    (
        for group in "${groups[@]}"; do
            echo "$BASHPID" >"$group/cgroup.procs"
        done
        exec "$@" 3<&- </dev/null
    ) &
    inner=$!
    echo "$inner"
    cat <&3 >/dev/null &
    wait -n || true
    kill $! 2>/dev/null || true
}

enter() {
    local pid=$1 group status=0 process
    shift
    mapfile -t groups < <(groups_of "$pid")
    for group in "${groups[@]}"; do
        group=${group%/init}/example
        [ -d "$group" ] || mkdir "$group"
        if [ -e "$group/cpuset.cpus" ] && [ -e "$group/notify_on_release" ]; then
            cat "${group%/*}/cpuset.cpus" >"$group/cpuset.cpus"
            cat "${group%/*}/cpuset.mems" >"$group/cpuset.mems"
        fi
    done
    (
        for group in "${groups[@]}"; do
            echo "$BASHPID" >"${group%/init}/example/cgroup.procs"
        done
        exec nsenter --target "$pid" --mount --uts --ipc --net --pid --cgroup -- "$@"
    ) || status=$?
    group=${groups[0]%/init}/example
    while read -r process; do
        kill -KILL "$process" 2>/dev/null || true
    done <"$group/cgroup.procs"
    return "$status"
}

case ${1:-} in
    hold | enter) "$@" ;;
    *) sed -n '2,5s/^# \{0,1\}//p' "$0" >&2 && exit 2 ;;
esac
