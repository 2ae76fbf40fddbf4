#!/bin/sh
# 用法: vip.sh 虚拟地址 目录。每分钟执行一次，写给 node_exporter 的 textfile 收集器。
held=$(ip -o -4 addr show to "$1/32" | grep -c .)
printf 'vip_held{vip="%s"} %s\n' "$1" "$held" >"$2/vip.prom.new"
mv "$2/vip.prom.new" "$2/vip.prom" # 换名是一下子的，不会被读到一半
