on server 'sysctl -w net.ipv4.tcp_fastopen=3'
background server 'python3 server.py'
wait_port server 8000
background client "tcpdump -i eth0 -nn -t -l 'tcp[tcpflags] & tcp-syn != 0 and src 10.9.0.2'"
capture=$log
wait_for "grep -q listening $capture"
on client 'python3 client.py'
on client 'python3 client.py'
wait_for "test \"\$(grep -c 'Flags \[S\]' $capture)\" -eq 2"
first=$(grep -m1 'Flags \[S\]' "$capture")
second=$(grep 'Flags \[S\]' "$capture" | tail -1)
expect '第一次：SYN 只请求 cookie，没有数据' grep -q 'cookiereq.*length 0' <<<"$first"
expect '第二次：SYN 带着 cookie 和 5 字节数据' grep -q 'tfo .*cookie .*length 5' <<<"$second"
