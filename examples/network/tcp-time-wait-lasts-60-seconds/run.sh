on server 'sysctl -w net.ipv4.tcp_fin_timeout=5'
background server 'python3 server.py'
wait_port server 8000
on client 'python3 client.py'
wait_for 'ip netns exec server ss -Htan state time-wait | grep -q .'
started=$SECONDS
on server 'ss -Htan'
expect '先关的是服务端，TIME-WAIT 就在服务端' contains "$output" TIME-WAIT
on client 'ss -Htan'
expect '客户端什么也没有留下' lacks "$output" 10.9.0.1
quiet server 'ss -tano state time-wait'
expect '计时器从 60 秒往下数' grep -qE 'timer:\(timewait,(59|1min|5[0-9])' <<<"$output"
wait_for '! ip netns exec server ss -Htan state time-wait | grep -q .' 90
seconds=$((SECONDS - started))
expect 'TIME-WAIT 过了 55 到 75 秒才消失，虽然 tcp_fin_timeout 是 5' between "$seconds" 55 75
