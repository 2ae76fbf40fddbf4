note '从来没有的主机'
background alice 'tcpdump -i eth0 -nn --immediate-mode -U -w none.pcap arp'
wait_for 'test -s none.pcap'
background alice 'ping -c 1 -W 5 192.168.1.77'
ping_pid=$pid ping_log=$log
wait_for 'ip netns exec alice ip neigh show nud incomplete | grep -q .'
on alice 'ip neigh'
expect '正在问：INCOMPLETE' contains "$output" '192.168.1.77 dev eth0 INCOMPLETE'
wait "$ping_pid"
expect 'ping 的退出码是 1' [ $? -eq 1 ]
show "$ping_log"
expect 'ping 报 Destination Host Unreachable，来自自己' \
    grep -q '^From 192.168.1.1 icmp_seq=1 Destination Host Unreachable' "$ping_log"
wait_for '[ "$(tcpdump -nn -r none.pcap | grep -c who-has)" -ge 3 ]'
on alice 'ip neigh; tcpdump -e -nn -t -r none.pcap 2>/dev/null'
expect '问完没有回答：FAILED' contains "$output" '192.168.1.77 dev eth0 FAILED'
expect '广播问了 3 次' [ "$(grep -c 'ff:ff:ff:ff:ff:ff.*who-has 192.168.1.77' <<<"$output")" = 3 ]
on alice 'exec 3<>/dev/tcp/192.168.1.77/80'
expect '程序得到的是 No route to host' contains "$output" 'No route to host'
note '本来有，后来断了网'
setup alice 'sysctl -w net.ipv4.neigh.eth0.base_reachable_time_ms=3000 net.ipv4.neigh.eth0.delay_first_probe_time=1'
setup alice 'ping -q -c 1 192.168.1.2'
on switch 'ip link set port2 down'
wait_for 'ip netns exec alice ip neigh show 192.168.1.2 nud stale | grep -q .' 10
background alice 'tcpdump -i eth0 -nn --immediate-mode -U -w gone.pcap arp'
wait_for 'test -s gone.pcap'
on alice 'ping -q -c 1 -W 1 192.168.1.2'
wait_for 'ip netns exec alice ip neigh show 192.168.1.2 nud probe | grep -q .' 10
on alice 'ip neigh show 192.168.1.2'
expect '正在单播确认：PROBE' contains "$output" PROBE
wait_for 'ip netns exec alice ip neigh show 192.168.1.2 nud failed | grep -q .' 10
wait_for '[ "$(tcpdump -e -nn -r gone.pcap | grep -c "> 02:00:00:00:00:0b.*who-has")" -ge 3 ]'
on alice 'ip neigh show 192.168.1.2; tcpdump -e -nn -t -r gone.pcap 2>/dev/null'
expect '3 次没有回答，也是 FAILED' contains "$output" FAILED
expect '确认用单播，问了 3 次' [ "$(grep -c '> 02:00:00:00:00:0b.*who-has' <<<"$output")" = 3 ]
