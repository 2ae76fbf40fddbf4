#!/usr/bin/env bash
# 想在每台主机上执行一次 uptime
while read -r host; do
    echo "$host"
    ssh "$host" uptime
done <hosts
