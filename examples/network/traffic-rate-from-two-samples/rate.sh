#!/usr/bin/env bash
# Print how fast a device receives and sends: rate.sh DEVICE [SECONDS]
set -euo pipefail
statistics=/sys/class/net/$1/statistics
seconds=${2:-1}

# Bytes received, bytes sent, and the moment in milliseconds: sleep alone is not an exact clock.
sample() {
    echo "$(<"$statistics/rx_bytes") $(<"$statistics/tx_bytes") $(date +%s%3N)"
}

read -r rx tx began <<<"$(sample)"
sleep "$seconds"
read -r rx_now tx_now ended <<<"$(sample)"
milliseconds=$((ended - began))
echo "收 $(((rx_now - rx) * 8 / milliseconds)) kbit/s  发 $(((tx_now - tx) * 8 / milliseconds)) kbit/s"
