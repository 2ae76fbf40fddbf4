capture() {
    background "$1" "tcpdump -i eth0 -nn --immediate-mode -U -w $2.pcap icmp"
    wait_for "test -s $2.pcap"
}
note '收到的包：服务端 INPUT 丢弃'
on server 'iptables -A INPUT -p icmp -j DROP'
capture server in
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '不通' contains "$output" '100% packet loss'
wait_for '[ "$(tcpdump -nn -r in.pcap | wc -l)" -ge 3 ]'
on server 'iptables-save -c -t filter | grep DROP; tcpdump -nn -t -r in.pcap 2>/dev/null | cut -d, -f1,3'
expect '规则丢了 3 个' contains "$output" '[3:252]'
expect 'tcpdump 仍看到 3 个请求，没有应答' [ "$(grep -c 'echo request' <<<"$output")" = 3 ]
note '发出的包：客户端 OUTPUT 丢弃'
on client 'iptables -A OUTPUT -p icmp -j DROP'
capture client out
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
on client 'iptables-save -c -t filter | grep DROP; tcpdump -nn -t -r out.pcap 2>/dev/null'
expect '规则丢了 3 个' contains "$output" '[3:252]'
expect 'tcpdump 一个也没看到' lacks "$output" ICMP
