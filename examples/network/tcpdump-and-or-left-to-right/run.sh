mixed='host 10.9.0.2 or host 10.9.0.6 and port 80'
left='(host 10.9.0.2 or host 10.9.0.6) and port 80'
right='host 10.9.0.2 or (host 10.9.0.6 and port 80)'
on server "tcpdump -y EN10MB -d '$mixed' >mixed; tcpdump -y EN10MB -d '$left' >left; cmp mixed left"
expect '不写括号，等于括号在左边：编译结果一个字节也不差' [ "$status" -eq 0 ]
on server "tcpdump -y EN10MB -d '$right' >right; cmp -s mixed right"
expect '和“and 先算”不一样' [ "$status" -eq 1 ]
background server 'tcpdump -i eth0 -nn --immediate-mode -U -w mix.pcap udp'
wait_for 'test -s mix.pcap'
on client 'for from in 10.9.0.2 10.9.0.6; do for to in 53 80; do echo x | nc -u -q 0 -s $from 10.9.0.1 $to; done; done'
wait_for '[ "$(tcpdump -nn -r mix.pcap | wc -l)" = 4 ]'
on server "tcpdump -nn -r mix.pcap 2>/dev/null '$mixed' | cut -d' ' -f2-"
expect '只有两个到 80 的' [ "$(grep -c '\.80:' <<<"$output")" = 2 ]
on server "tcpdump -nn -r mix.pcap 2>/dev/null '$right' | cut -d' ' -f2-"
expect '括号写在右边，10.9.0.2 到 53 的也在' grep -q '10.9.0.2.*\.53:' <<<"$output"
