#!/usr/bin/env bash
# 用法：top_ips.sh 日志 [前几名，默认 10]
# 统计日志第一列出现的次数，从多到少；并列的按地址排，结果每次都一样。
set -euo pipefail

usage() {
    echo "用法：top_ips.sh 日志 [前几名，默认 10]"
}

if [ "${1:-}" = --help ]; then
    usage
    exit 0
fi
if [ $# -lt 1 ] || [ $# -gt 2 ]; then
    usage >&2
    exit 2
fi
log=$1
top=${2:-10}
if ! [[ $top =~ ^[1-9][0-9]*$ ]]; then
    echo "top_ips.sh: 前几名要是正整数，收到的是 $top" >&2
    exit 2
fi
if [ ! -r "$log" ]; then
    echo "top_ips.sh: 读不了 $log" >&2
    exit 2
fi

# 末尾不用 head：它读够就走，pipefail 会把上游收到的 SIGPIPE 当成失败。
awk 'NF { count[$1]++ } END { for (ip in count) print count[ip], ip }' "$log" |
    sort -k1,1nr -k2,2 |
    awk -v top="$top" 'NR <= top'
