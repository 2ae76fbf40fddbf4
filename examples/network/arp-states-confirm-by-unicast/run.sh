note '默认值'
on alice 'cd /proc/sys/net/ipv4/neigh/eth0; grep . base_reachable_time_ms delay_first_probe_time ucast_solicit mcast_solicit retrans_time_ms gc_stale_time locktime'
expect '30 秒、5 秒、单播 3 次、广播 3 次' contains "$output" $'base_reachable_time_ms:30000\ndelay_first_probe_time:5\nucast_solicit:3\nmcast_solicit:3'
note '改短，免得等 30 秒'
on alice 'sysctl -w net.ipv4.neigh.eth0.base_reachable_time_ms=3000 net.ipv4.neigh.eth0.delay_first_probe_time=1'
setup alice 'ping -q -c 1 192.168.1.2'
on alice 'ip neigh'
expect '刚问过：REACHABLE' contains "$output" REACHABLE
wait_for 'ip netns exec alice ip neigh show nud stale | grep -q .' 15
note '过了 1.5 到 4.5 秒（3000 毫秒的 0.5 到 1.5 倍）'
on alice 'ip neigh'
expect '没有删除，变成 STALE' contains "$output" '02:00:00:00:00:0b STALE'
setup alice 'sysctl -w net.ipv4.neigh.eth0.base_reachable_time_ms=60000 net.ipv4.neigh.eth0.delay_first_probe_time=5'
background bob "tcpdump -i eth0 -nn --immediate-mode -U -w confirm.pcap 'arp[6:2] = 1 and src host 192.168.1.1'"
wait_for 'test -s confirm.pcap'
on alice 'ping -q -c 1 192.168.1.2; ip neigh'
expect '先用旧 MAC 发出去，通' contains "$output" ' 0% packet loss'
expect '进入 DELAY：等 5 秒，看有没有别的证据' contains "$output" DELAY
wait_for 'tcpdump -nn -r confirm.pcap | grep -q who-has' 15
wait_for 'ip netns exec alice ip neigh show nud reachable | grep -q .'
on bob 'tcpdump -e -nn -t -r confirm.pcap 2>/dev/null'
expect '没有证据，单播去问 bob，不广播' contains "$output" '02:00:00:00:00:0a > 02:00:00:00:00:0b'
expect '只问了一次' [ "$(wc -l <<<"$output")" = 1 ]
on alice 'ip neigh'
expect '确认以后又是 REACHABLE' contains "$output" REACHABLE
