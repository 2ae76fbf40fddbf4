#!/usr/bin/env bash
# 任一本地文件系统的空间或 inode 使用率超过阈值就告警。退出码：0 没有，1 有告警，2 用法不对。
set -euo pipefail

threshold=${1-80}
alert=${ALERT_CMD-wall}
if (($# > 1)) || [[ ! $threshold =~ ^[0-9]{1,3}$ ]]; then
    printf '用法: %s [阈值，默认 80]；ALERT_CMD 是收告警的命令，默认 wall\n' "${0##*/}" >&2
    exit 2
fi

over() { # $1 是种类；标准输入每行“使用率 挂载点”
    local percent target
    while read -r percent target; do
        percent=${percent%\%}
        # btrfs 等没有 inode 上限，这一列是 -
        if [[ $percent =~ ^[0-9]+$ ]] && ((percent > threshold)); then
            printf '%s: %s 使用率 %d%%，超过 %d%%\n' "$1" "$target" "$percent" "$threshold"
        fi
    done
}

list() {
    # 按类型排除，不按设备名：NVMe、virtio、LVM 都不叫 /dev/sd
    df --local -x tmpfs -x devtmpfs -x squashfs -x overlay --output="$1,target" | tail -n +2
}

message=$(list pcent | over 空间 && list ipcent | over inode)
if [[ -z $message ]]; then
    exit 0
fi
$alert <<<"$message"
exit 1
