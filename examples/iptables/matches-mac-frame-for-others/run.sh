# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on server "ip -d link show eth0 | grep -o 'promiscuity [0-9]'"
expect '平时不是混杂模式' [ "$output" = 'promiscuity 0' ]
on server 'iptables -A INPUT -p icmp'
on client 'ip neigh replace 10.9.0.1 lladdr 02:00:00:00:00:77 dev eth0'
background server 'tcpdump -i eth0 -nn --immediate-mode -U -w frames.pcap icmp'
capture=$pid
wait_for '[ -s frames.pcap ]'
on server "ip -d link show eth0 | grep -o 'promiscuity [0-9]'"
expect 'tcpdump 打开了混杂模式' [ "$output" = 'promiscuity 1' ]
on client 'ping -q -c 2 -i 0.2 -W 1 10.9.0.1'
expect 'ping 不通' contains "$output" '0 received'
wait_for '[ "$(tcpdump -nn -r frames.pcap 2>/dev/null | grep -c "echo request")" -eq 2 ]'
stop "$capture"
on server 'tcpdump -nn -e -t -r frames.pcap 2>/dev/null | cut -d, -f1'
expect '抓包看到两帧，目的 MAC 不是自己' [ "$(grep -c '> 02:00:00:00:00:77' <<<"$output")" -eq 2 ]
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect 'INPUT 链一个包也没有收到' [ "$output" = 0 ]
