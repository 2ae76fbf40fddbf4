dropped() {
    on server 'cat /sys/class/net/eth0/statistics/rx_dropped'
}
dropped
before=$output
on server 'iptables -A INPUT -p icmp -j DROP'
on client 'ping -q -c 5 -i 0.2 -W 1 10.9.0.1'
expect '防火墙丢了 5 个' contains "$output" '100% packet loss'
dropped
expect 'rx_dropped 没有动' [ "$output" = "$before" ]
note '5 帧内核不认识的协议'
on client 'python3 unknown.py'
dropped
expect 'rx_dropped 多了 5' [ $((output - before)) -eq 5 ]
