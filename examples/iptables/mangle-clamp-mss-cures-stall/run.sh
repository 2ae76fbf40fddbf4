capture() {
    background client "tcpdump -n --immediate-mode -U -i eth0 -w $1 'tcp port 80 and tcp[tcpflags] & tcp-syn != 0'"
    wait_for "[ -s $1 ]"
}
mss_of_answer() {
    wait_for "tcpdump -nr $1 2>/dev/null | grep -qF '[S.]'"
    stop "$pid"
    on client "tcpdump -nr $1 2>/dev/null | grep -F '[S.]' | head -n 1 | grep -o 'mss [0-9]*'"
}

# Without segmentation offload every packet on the cable is as big as on a real one.
setup server 'ip link set eth0 gso_max_segs 1'
setup server 'head -c 100000 /dev/zero >page.bin'
background server 'python3 -m http.server 80'
wait_port server 80
note '路由器到服务器的一段只过得去 1400 字节，超出的直接丢，也没有 ICMP 告诉服务器'
on router 'ip link set eth1 mtu 1400'
on server 'ping -q -M do -c 1 -W 1 -s 1372 10.9.0.2'
expect '1372 + 28 = 1400 字节：过得去' contains "$output" ' 0% packet loss'
on server 'ping -q -M do -c 1 -W 1 -s 1472 10.9.0.2'
expect '1472 + 28 = 1500 字节：没有任何回音' contains "$output" '1 packets transmitted, 0 received, 100% packet loss'
capture before.pcap
on client "curl -s -m 3 -o /dev/null -w '%{num_connects} %{size_download}\n' http://10.9.1.2/page.bin"
expect '连上了 1 次，收到 0 字节' [ "${output%%$'\n'*}" = '1 0' ]
mss_of_answer before.pcap
expect '服务器宣告的 MSS 是 1460' [ "$output" = 'mss 1460' ]

apply router rules.sh
capture after.pcap
on client "curl -s -m 5 -o /dev/null -w '%{http_code} %{size_download}\n' http://10.9.1.2/page.bin"
expect '100000 字节全部收到' [ "$output" = '200 100000' ]
mss_of_answer after.pcap
expect 'SYN+ACK 里的 MSS 被改成 1360（1400 减 40）' [ "$output" = 'mss 1360' ]
