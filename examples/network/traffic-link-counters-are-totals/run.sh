# Entries that need no ARP: only the pings count.
setup client 'ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:01 nud permanent dev eth0'
setup server 'ip neigh replace 10.9.0.2 lladdr 02:00:00:00:00:02 nud permanent dev eth0'
on client 'ip -s link show eth0'
on client 'bash totals.sh'
read -r _ rx_packets rx_bytes _ tx_packets tx_bytes <<<"$output"
on client 'ping -q -c 50 -i 0.02 10.9.0.1'
on client 'bash totals.sh'
read -r _ rx_packets_now rx_bytes_now _ tx_packets_now tx_bytes_now <<<"$output"
expect '发出的包多 50 个' [ $((tx_packets_now - tx_packets)) -eq 50 ]
expect '发出的字节多 50 × 98：数据 56、ICMP 头 8、IP 头 20、以太网头 14' [ $((tx_bytes_now - tx_bytes)) -eq 4900 ]
expect '收到的也一样' [ "$((rx_packets_now - rx_packets)) $((rx_bytes_now - rx_bytes))" = '50 4900' ]
on client 'ip -s link show eth0'
expect '给人看的数字和 JSON 相同' contains "$(xargs <<<"$output")" " $rx_bytes_now $rx_packets_now 0 "
on client "awk -F'[: ]+' '/eth0/ {print \"收\", \$4, \$3, \"发\", \$12, \$11}' /proc/net/dev"
expect '/proc/net/dev 也相同' [ "$output" = "收 $rx_packets_now $rx_bytes_now 发 $tx_packets_now $tx_bytes_now" ]
on client 'cat /sys/class/net/eth0/statistics/tx_bytes'
expect '/sys/class/net 也相同' [ "$output" = "$tx_bytes_now" ]
note '-h 换成 K、M；选项要写在 link 前面'
on client 'ip -s -h link show eth0'
expect '按 1000 进位' contains "$output" k
on client 'ip link -s'
expect '写在后面：报错，退出码 255' [ "$status" -eq 255 ]
