#!/usr/bin/env bash
# 找出一个 /24 网段里回应 ping 的主机。用法: ping_sweep.sh A.B.C [起始 [结束]]
set -euo pipefail

usage="用法: ${0##*/} A.B.C [起始 [结束]]，例如 172.29.1 1 254"
if [[ ${1-} == --help ]]; then
    printf '%s\n' "$usage"
    exit
fi
prefix=${1-}
first=${2-1}
last=${3-254}
jobs_at_once=${JOBS-64}
octet='(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])'
if (($# < 1 || $# > 3)) || [[ ! $prefix =~ ^$octet\.$octet\.$octet$ ]] ||
    [[ ! $first =~ ^[1-9][0-9]{0,2}$ || ! $last =~ ^[1-9][0-9]{0,2}$ ]] ||
    ((last > 254 || first > last)); then
    printf '%s\n' "$usage" >&2
    exit 2
fi

probe() {
    if ping -n -c 1 -W 1 "$1" >/dev/null 2>&1; then
        printf '%s\n' "$1"
    fi
}

sweep() {
    local host running=0
    for ((host = first; host <= last; host++)); do
        if ((running >= jobs_at_once)); then
            wait -n || true # 任一个结束就补上一个
            running=$((running - 1))
        fi
        probe "$prefix.$host" &
        running=$((running + 1))
    done
    wait # 等最后一批，否则慢的结果丢失
}

sweep | sort -V
