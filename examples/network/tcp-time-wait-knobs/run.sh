on client 'sysctl net.ipv4.tcp_tw_recycle'
expect 'tcp_tw_recycle 已经不存在' [ "$status" -ne 0 ]
on client 'sysctl net.ipv4.tcp_tw_reuse'
expect 'tcp_tw_reuse 默认 2：只对回环地址' contains "$output" '= 2'
# 默认收到 RST 就提前结束 TIME-WAIT（RFC 1337）；机器忙时 ACK 乱序，服务端的套接字已经没有了，就会回 RST
setup client 'sysctl -w net.ipv4.tcp_rfc1337=1'
on client 'sysctl -w net.ipv4.tcp_max_tw_buckets=2'
background server 'python3 server.py'
wait_port server 8000
on client 'python3 client.py'
wait_for '! ip netns exec server ss -Htan state connected | grep -q .'
wait_for '[ "$(ip netns exec client ss -Htan state time-wait | wc -l)" = 2 ]'
on client 'ss -Htan state time-wait | wc -l'
expect '超过 tcp_max_tw_buckets 的不进 TIME-WAIT，直接没有了' [ "$output" = 2 ]
on client "nstat -asz TcpExtTCPTimeWaitOverflow | awk '/TimeWait/ {print \$1, \$2}'"
expect '内核记了三次 TCPTimeWaitOverflow' [ "$output" = 'TcpExtTCPTimeWaitOverflow 3' ]
