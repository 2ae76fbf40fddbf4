background server "python3 say.py 80 'hello google world'"
wait_port server 80
apply server rules.sh
background client "tcpdump -i eth0 -nn --immediate-mode -U -w reply.pcap 'tcp src port 80 and tcp[tcpflags] & tcp-push != 0'"
capture=$pid
wait_for '[ -s reply.pcap ]'
on client 'nc 10.9.0.1 80'
expect '客户端收到全文' [ "$output" = 'hello google world' ]
wait_for 'tcpdump -nn -r reply.pcap 2>/dev/null | grep -q length'
stop "$capture"
on client "tcpdump -nn -v -r reply.pcap 2>/dev/null | grep -o 'proto TCP (6), length [0-9]*'"
expect 'IP 包共 70 字节：头部 52，载荷 18' contains "$output" 'length 70'
on server "iptables -vnxL OUTPUT | awk 'NR > 2 { print \$1, \$(NF-1), \$NF }'"
expect '--from 52、--from 58 命中' [ "$(sed -n '1,2p' <<<"$output" | grep -c '^1 ')" -eq 2 ]
expect '--from 59、--from 62 不命中' [ "$(sed -n '3,4p' <<<"$output" | grep -c '^0 ')" -eq 2 ]
expect '--to 63 不命中，--to 64 命中' [ "$(sed -n '5,6p' <<<"$output" | cut -c 1 | tr -d '\n')" = 01 ]
on server 'iptables -I OUTPUT -p tcp --sport 80 -m string --algo bm --string google --from 58 -j DROP'
on client 'timeout 1 nc 10.9.0.1 80'
expect '--from 58 加 DROP：收不到' [ -z "$output" ]
on server 'iptables -R OUTPUT 1 -p tcp --sport 80 -m string --algo bm --string google --from 59 -j DROP'
on client 'nc 10.9.0.1 80'
expect '--from 59 加 DROP：照样收到' [ "$output" = 'hello google world' ]
