#!/usr/bin/env bash
# rate.sh 网卡 [秒数]：打印收发的速率
set -euo pipefail
statistics=/sys/class/net/$1/statistics
seconds=${2:-1}

# 收、发的字节数和此刻的毫秒数：光靠 sleep 不准。
sample() {
    echo "$(<"$statistics/rx_bytes") $(<"$statistics/tx_bytes") $(date +%s%3N)"
}

read -r rx tx began <<<"$(sample)"
sleep "$seconds"
read -r rx_now tx_now ended <<<"$(sample)"
milliseconds=$((ended - began))
echo "收 $(((rx_now - rx) * 8 / milliseconds)) kbit/s  发 $(((tx_now - tx) * 8 / milliseconds)) kbit/s"
