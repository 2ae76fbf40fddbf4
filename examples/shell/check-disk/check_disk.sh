#!/usr/bin/env bash
# 任一本地文件系统的空间或 inode 使用率超过阈值就告警。
# 退出码：0 没有，1 有告警，2 自己出错：用法不对，df 没有读全，告警没有送出去。
set -euo pipefail

threshold=${1-80}
alert=${ALERT_CMD-wall}
if (($# > 1)) || [[ ! $threshold =~ ^[0-9]{1,3}$ ]]; then
    printf '用法: %s [阈值，默认 80]；ALERT_CMD 是收告警的命令，默认 wall\n' "${0##*/}" >&2
    exit 2
fi

readings() {
    # 按类型排除，不按设备名：NVMe、virtio、LVM 都不叫 /dev/sd
    df --local -x tmpfs -x devtmpfs -x squashfs -x overlay --output="$1,target"
}

over() { # $1 是种类；标准输入每行“使用率 挂载点”
    local percent target
    while read -r percent target; do
        percent=${percent%\%}
        # 表头不是数；btrfs 等没有 inode 上限，这一列是 -
        if [[ $percent =~ ^[0-9]+$ ]] && ((percent > threshold)); then
            printf '%s: %s 使用率 %d%%，超过 %d%%\n' "$1" "$target" "$percent" "$threshold"
        fi
    done
}

failed=0
# 有一处读不了，df 的退出码就是 1，读到的照样列出：先记下失败，接着看其余的
space=$(readings pcent) || failed=1
inodes=$(readings ipcent) || failed=1
message=$(over 空间 <<<"$space" && over inode <<<"$inodes")
if [[ -n $message ]]; then
    $alert <<<"$message" || failed=1
fi
if ((failed)); then
    printf '%s: 检查没有做完，原因在上面\n' "${0##*/}" >&2
    exit 2
fi
if [[ -n $message ]]; then
    exit 1
fi
