#!/usr/bin/env bash
# -n 让 ssh 从 /dev/null 读；ffmpeg 这类程序写 </dev/null
while read -r host; do
    echo "$host"
    ssh -n "$host" uptime
done <hosts
