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
# 机器忙时，收到的帧要过一会儿才轮到内核处理。
wait_for "[ \"\$(ip netns exec server cat /sys/class/net/eth0/statistics/rx_dropped)\" -ge $((before + 5)) ]"
dropped
expect 'rx_dropped 多了 5' [ $((output - before)) -eq 5 ]
before=$output
note '开着 tcpdump 再来 5 帧'
background server 'tcpdump -i eth0 -nn --immediate-mode -U -w unknown.pcap'
wait_for "grep -q listening $log"
on client 'python3 unknown.py'
wait_for '[ "$(tcpdump -nn -r unknown.pcap 2>/dev/null | wc -l)" -ge 5 ]'
stop "$pid"
on server "tcpdump -e -nn -t -r unknown.pcap 2>/dev/null | grep -o 'ethertype [^,]*' | sort | uniq -c"
expect '抓到 5 帧，类型 0x88b5' contains "$output" '5 ethertype Unknown (0x88b5)'
dropped
expect 'rx_dropped 没有动：有 tcpdump 收下，就不算丢' [ "$output" = "$before" ]
