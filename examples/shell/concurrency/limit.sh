#!/usr/bin/env bash
# 跑八个任务，同时最多四个，打印同时在跑的最多有几个。用法: limit.sh wait|xargs
set -euo pipefail

work() { # 进来记一笔，出去记一笔
    echo + >>log
    sleep 0.6
    echo - >>log
}
export -f work
: >log
case ${1-} in
    wait)
        running=0
        for _ in {1..8}; do
            if ((running >= 4)); then
                wait -n
                running=$((running - 1))
            fi
            work &
            running=$((running + 1))
        done
        wait
        ;;
    xargs) seq 8 | xargs -P 4 -I{} bash -c work ;;
    *)
        printf '用法: %s wait|xargs\n' "${0##*/}" >&2
        exit 2
        ;;
esac
awk '{ now += $1 == "+" ? 1 : -1; if (now > most) most = now } END { print most }' log
