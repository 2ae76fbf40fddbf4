background server 'python3 server.py'
wait_port server 8000
background client 'python3 client.py'
wait_for 'ip netns exec server ss -Htan state close-wait | grep -q .'
on server "sed -n 1p look.sh | bash"
expect '各状态的数量：有一条 CLOSE-WAIT' contains "$output" '1 CLOSE-WAIT'
on server "sed -n 2p look.sh | bash | sort -r"
expect '监听的端口都列出来，Recv-Q 是 0' [ "$(awk '/LISTEN/ {n += $2} END {print n}' <<<"$output")" -eq 0 ]
on server "sed -n 3p look.sh | bash | grep -o 'users:((\"python3\"'"
expect 'CLOSE-WAIT 是哪个进程的' [ "$output" = 'users:(("python3"' ]
quiet server "sed -n 4p look.sh | bash"
expect '每条连接有拥塞窗口' contains "$output" 'cwnd:'
quiet server "sed -n 5p look.sh | bash"
expect '两个总数，0 也显示' [ "$(grep -c '^Tcp' <<<"$output")" -eq 2 ]
