# The seconds, rounded, from the first SYN of an address to each of its SYNs.
seconds() {
    tcpdump -nn -tt -r syn.pcap "src $1" 2>/dev/null |
        awk 'NR == 1 {first = $1} {printf "%s%.0f", (NR > 1 ? " " : ""), $1 - first}'
}
mkfifo never
exec 3<>never

on mallory 'iptables -A INPUT -p tcp --dport 8000 -j DROP'
on alice 'sysctl net.ipv4.tcp_syn_retries net.ipv4.tcp_syn_linear_timeouts'
on bob 'sysctl -w net.ipv4.tcp_syn_linear_timeouts=0'
background mallory 'tcpdump -i eth0 -nn --immediate-mode -U -w syn.pcap tcp port 8000'
wait_for 'test -s syn.pcap'
background alice 'python3 connect.py <never'
background bob 'python3 connect.py <never'
wait_for 'tcpdump -nn -r syn.pcap src 192.168.1.1 | grep -c . | grep -qx 8' 20
note "alice（默认）：第 $(seconds 192.168.1.1) 秒"
expect '前五次重传间隔 1 秒，然后加倍' [ "$(seconds 192.168.1.1)" = '0 1 2 3 4 5 7 11' ]
note "bob（6.4 和更早的内核）：第 $(seconds 192.168.1.2) 秒"
expect '从第一次起就加倍' [ "$(seconds 192.168.1.2)" = '0 1 3 7' ]
quiet alice 'ss -tano state syn-sent'
expect 'ss -o 显示正在等第八次重传' grep -q 'timer:(on,[0-9.]*[a-z]*,7)' <<<"$output"
