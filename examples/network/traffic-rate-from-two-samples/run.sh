note '没有流量'
on server 'bash rate.sh eth0'
expect '都是 0' [ "$output" = '收 0 kbit/s  发 0 kbit/s' ]
background server 'iperf3 -s -1'
wait_port server 5201
note '客户端以 8 Mbit/s 发 UDP'
background client 'iperf3 -c 10.9.0.1 -u -b 8M -t 30'
wait_for 'ip netns exec server ss -Hun | grep -q 5201'
quiet server 'bash rate.sh eth0 3'
read -r _ received _ _ sent _ <<<"$output"
expect '收 8 Mbit/s 上下' between "$received" 6000 10000
expect '发几乎是 0' between "$sent" 0 500
