on router 'tcpdump -D | cut -d" " -f1 | head -4'
expect '能抓的网卡里有 eth0、eth1、any、lo' [ "$(awk -F. '{print $2}' <<<"$output" | xargs)" = 'eth0 eth1 any lo' ]
background router 'tcpdump -nn --immediate-mode -c 2 -w default.pcap icmp'
default_log=$log
background router 'tcpdump -i any -nn --immediate-mode -U -w any.pcap icmp'
any_log=$log
wait_for "grep -q listening $default_log && grep -q listening $any_log"
on client 'ping -q -c 1 10.9.1.2'
wait_for '[ "$(tcpdump -nn -r any.pcap | wc -l)" = 4 ]'
note '不写 -i'
on router "grep listening $default_log"
expect '选了第一块启用的非回环网卡 eth0' contains "$output" 'listening on eth0, link-type EN10MB'
note '-i any'
on router "grep listening $any_log; tcpdump -nn -t -r any.pcap 2>/dev/null | cut -d, -f1,3"
expect '链路类型变成 LINUX_SLL2，没有以太网头' contains "$output" 'LINUX_SLL2'
expect '转发的包出现两次：eth0 进，eth1 出' [ "$(grep -c 'echo request' <<<"$output")" = 2 ]
