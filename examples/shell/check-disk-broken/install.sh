#!/bin/bash
# 流传的写法：定界符没有引号，只认 /dev/sd，用 sed 抠百分数
# shellcheck disable=SC2154,SC2162,SC2086 # 留着它的错，给读者看
cat >check_disk.sh <<EOF
WARNING=80
df | sed -rn '/^\/dev\/sd/s@^([^ ]+).* ([0-9]+)%.*@\1 \2@p' | while read DEVICE USE; do
[ $USE -gt $WARNING ] && echo "$DEVICE will be full,USE:$USE"
done
EOF
