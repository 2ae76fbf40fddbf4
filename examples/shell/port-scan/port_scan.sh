#!/usr/bin/env bash
# 用 bash 自带的 /dev/tcp 找开放的端口。只扫描你有权测试的主机。用法: port_scan.sh 主机 [起始 [结束]]
set -euo pipefail

usage="用法: ${0##*/} 主机 [起始端口 [结束端口]]，端口 1 到 65535"
if [[ ${1-} == --help ]]; then
    printf '%s\n' "$usage"
    exit
fi
host=${1-}
first=${2-1}
last=${3-1024}
jobs_at_once=${JOBS-64}
if (($# < 1 || $# > 3)) || [[ ! $host =~ ^[A-Za-z0-9.-]+$ ]] ||
    [[ ! $first =~ ^[1-9][0-9]{0,4}$ || ! $last =~ ^[1-9][0-9]{0,4}$ ]] ||
    ((last > 65535 || first > last)); then
    printf '%s\n' "$usage" >&2
    exit 2
fi

if ! getent ahosts "$host" >/dev/null; then
    printf '%s: 解析不了主机名 %s\n' "${0##*/}" "$host" >&2
    exit 2
fi

probe() {
    local code=0 message
    # shellcheck disable=SC2016 # $0 和 $1 由里面的 bash 展开
    message=$(LC_ALL=C timeout 2 bash -c ': >"/dev/tcp/$0/$1"' "$host" "$1" 2>&1) || code=$?
    case $code:$message in
        0:*) printf '%d open\n' "$1" ;;
        124:*) printf '%d filtered\n' "$1" ;; # 两秒里什么答复也没有；一秒时还重发过一次 SYN
        *refused*) ;;                         # closed，不打印
        *) printf '%d unreachable\n' "$1" ;;  # 没有路由，或者被 REJECT 成主机不可达
    esac
}

scan() {
    local port running=0
    for ((port = first; port <= last; port++)); do
        if ((running >= jobs_at_once)); then
            wait -n || true
            running=$((running - 1))
        fi
        probe "$port" &
        running=$((running + 1))
    done
    wait
}

scan | sort -n
