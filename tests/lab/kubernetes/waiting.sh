# Borrowed by up.sh and the examples: waits for a part of the cluster, or says with its last log lines that it did not come.
# shellcheck shell=bash

give_up() { # what, file of its log
    printf '✗ %s 没有起来；%s 的最后几行：\n' "$1" "${2##*/}"
    tail -n 5 "$2"
    exit 1
}

await() { # what, name of its log, seconds, condition ...
    local what=$1 log=/var/log/cluster/$2.log deadline=$((SECONDS + $3)) limit=$3
    shift 3
    until ("$@") >/dev/null 2>&1 </dev/null; do
        if [ "$SECONDS" -ge "$deadline" ]; then
            printf '✗ %s 在 %s 秒里没有就绪；%s 的最后几行：\n' "$what" "$limit" "${log##*/}"
            tail -n 5 "$log"
            exit 1
        fi
        sleep 0.2
    done
}
