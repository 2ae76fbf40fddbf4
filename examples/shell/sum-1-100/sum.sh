#!/usr/bin/env bash
# 1 到 N 的和，五种算法。用法: sum.sh 算法 N
set -euo pipefail

usage="用法: ${0##*/} loop|awk|paste|seq|formula N"
n=${2-}
if (($# != 2)) || [[ ! $n =~ ^[1-9][0-9]{0,8}$ ]]; then
    printf '%s\n' "$usage" >&2
    exit 2
fi
case $1 in
    loop)
        sum=0
        for ((i = 1; i <= n; i++)); do sum=$((sum + i)); done
        echo "$sum"
        ;;
    awk) seq "$n" | awk '{ sum += $1 } END { printf "%.0f\n", sum }' ;;
    paste) seq "$n" | paste -sd+ | bc ;;
    seq) seq -s + "$n" | bc ;;
    formula) echo $((n * (n + 1) / 2)) ;;
    *)
        printf '%s\n' "$usage" >&2
        exit 2
        ;;
esac
