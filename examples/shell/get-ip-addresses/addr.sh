#!/usr/bin/env bash
# 用法：addr.sh 网卡。每行一个全局范围的 IPv4 地址；没有地址就没有输出，没有这块网卡退出码是 1。
set -euo pipefail

if [ $# -ne 1 ] || [ "$1" = --help ]; then
    echo "用法：addr.sh 网卡" >&2
    exit 2
fi

ip -4 -o addr show dev "$1" scope global | awk '{ sub(/\/.*/, "", $4); print $4 }'
