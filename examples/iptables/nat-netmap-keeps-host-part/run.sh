setup server 'ip addr add 10.9.1.7/24 dev eth0'
apply router rules.sh
background server 'tcpdump -ni eth0 --immediate-mode -U -w server.pcap "icmp[icmptype] == icmp-echo"'
capture=$pid
wait_for '[ -s server.pcap ]'
quiet client 'ping -qnc 1 -W 1 10.20.30.2'
expect '10.20.30.2 通' [ "$status" -eq 0 ]
quiet client 'ping -qnc 1 -W 1 10.20.30.7'
expect '10.20.30.7 通' [ "$status" -eq 0 ]
wait_for '[ "$(tcpdump -nr server.pcap 2>/dev/null | wc -l)" -eq 2 ]'
stop "$capture"
on server 'tcpdump -tnr server.pcap 2>/dev/null | cut -d: -f1'
expect '.2 换成 10.9.1.2' contains "$output" 'IP 10.9.0.2 > 10.9.1.2'
expect '.7 换成 10.9.1.7' contains "$output" 'IP 10.9.0.2 > 10.9.1.7'
