#!/usr/bin/env bash
# 鸡兔同笼：由头数和脚数求兔和鸡。退出码：0 有解，1 无解，2 用法不对。
set -euo pipefail

usage="用法: ${0##*/} 头数 脚数（都是非负整数，最多 15 位）"
if [[ ${1-} == --help ]]; then
    printf '%s\n' "$usage"
    exit
fi
number='^[0-9]{1,15}$'
if (($# != 2)) || [[ ! $1 =~ $number || ! $2 =~ $number ]]; then
    printf '%s\n' "$usage" >&2
    exit 2
fi
heads=$((10#$1)) # 10# 强制十进制，否则 08 是错的八进制
feet=$((10#$2))
if ((feet % 2 || feet < 2 * heads || feet > 4 * heads)); then
    printf '无解: %d 个头、%d 只脚\n' "$heads" "$feet" >&2
    exit 1
fi
rabbits=$(((feet - 2 * heads) / 2))
printf '兔 %d 只，鸡 %d 只\n' "$rabbits" "$((heads - rabbits))"
