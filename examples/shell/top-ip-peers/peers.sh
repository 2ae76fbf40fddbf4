#!/usr/bin/env bash
# 已建立的 TCP 连接按对端地址计数。可以带 ss 的过滤条件，例如 peers.sh '( sport = :443 )'。
set -euo pipefail

# -H 去表头，-n 不反查名字；按状态过滤时对端是第 4 列。只去掉最后一个冒号后的端口，IPv6 地址不会被拆开。
ss -Htn state established "$@" |
    awk '{ sub(/:[0-9]+$/, "", $4); count[$4]++ } END { for (peer in count) print count[peer], peer }' |
    sort -k1,1nr -k2,2
