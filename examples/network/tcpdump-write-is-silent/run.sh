background server 'timeout 10 tcpdump -i eth0 -nn -t -c 2 -w silent.pcap icmp 2>silent.err'
silent_pid=$pid silent_log=$log
background server 'timeout 10 tcpdump -i eth0 -nn -t -c 2 --print -w shown.pcap icmp 2>shown.err'
shown_pid=$pid shown_log=$log
wait_for 'grep -q "listening on" silent.err && grep -q "listening on" shown.err'
on client 'ping -q -c 1 10.9.0.1'
wait "$silent_pid" "$shown_pid"
note '只有 -w'
expect '屏幕上什么也没有' [ ! -s "$silent_log" ]
on server 'tcpdump -nn -r silent.pcap 2>/dev/null | wc -l'
expect '文件里有 2 个包' [ "$output" = 2 ]
note '加上 --print'
on server "cut -d, -f1,3 $shown_log"
expect '屏幕上有 2 个包' [ "$(grep -c ICMP <<<"$output")" = 2 ]
on server 'tcpdump -nn -r shown.pcap 2>/dev/null | wc -l'
expect '文件里也有 2 个包' [ "$output" = 2 ]
note '-w 写在过滤式后面（Linux 允许，macOS 和 BSD 不行）；从文件里再筛一遍'
on server "tcpdump -nn -r shown.pcap 'src host 10.9.0.2' -w requests.pcap 2>/dev/null; tcpdump -nn -t -r requests.pcap 2>/dev/null | cut -d, -f1,3"
expect '只剩请求' [ "$(grep -c 'echo request' <<<"$output")" = 1 ]
