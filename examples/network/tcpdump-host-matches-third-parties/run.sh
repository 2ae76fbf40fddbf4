background router 'tcpdump -i eth0 -nn --immediate-mode -U -w router.pcap host 10.9.1.2'
wait_for 'test -s router.pcap'
on client 'ping -q -c 2 -i 0.2 10.9.1.2'
expect '通' contains "$output" ' 0% packet loss'
wait_for '[ "$(tcpdump -nn -r router.pcap | wc -l)" = 4 ]'
on router 'tcpdump -nn -t -r router.pcap 2>/dev/null | cut -d, -f1,3'
expect '路由器抓到别人的 2 个请求、2 个应答' [ "$(grep -c ICMP <<<"$output")" = 4 ]
on router "tcpdump -nn -r router.pcap 2>/dev/null 'host 10.9.0.1' | wc -l"
expect '没有一个是路由器自己的' [ "$output" = 0 ]
on router "tcpdump -nn -t -r router.pcap 2>/dev/null 'src host 10.9.1.2' | cut -d, -f1,3"
expect 'src host 只留应答' [ "$(grep -c 'echo reply' <<<"$output")" = "$(wc -l <<<"$output")" ]
