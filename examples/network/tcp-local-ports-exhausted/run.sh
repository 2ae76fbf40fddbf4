on client 'sysctl net.ipv4.ip_local_port_range'
expect '默认 32768 到 60999，一共 28232 个端口' grep -qP '= 32768\t60999' <<<"$output"
on client "sysctl -w net.ipv4.ip_local_port_range='20000 20003'"
background server 'python3 server.py 8001 8002'
wait_port server 8002
one=10.9.0.1:8001
background client "python3 client.py $one $one $one $one $one 10.9.0.1:8002"
client_log=$log
wait_for "test \"\$(wc -l <$client_log)\" -eq 6"
sort "$client_log" | sed 's/port 2000./port 2000x/'
expect '四个端口，四条连接' [ "$(grep -c "$one from" "$client_log")" = 4 ]
expect '第五条得到 EADDRNOTAVAIL' grep -q "$one EADDRNOTAVAIL" "$client_log"
expect '换一个目标端口就又能用：四元组不同' grep -q '10.9.0.1:8002 from' "$client_log"

note '短连接：连接关了，TIME-WAIT 还占着端口'
background server 'python3 close.py'
wait_port server 8003
on client 'python3 reuse.py 6'
expect '四条成功，以后都是 EADDRNOTAVAIL' [ "$output" = "{'ok': 4, 'EADDRNOTAVAIL': 2}" ]
on client 'sysctl -w net.ipv4.tcp_tw_reuse=1'
sleep 1.5 # a TIME-WAIT must be older than one second before it is reused
on client 'python3 reuse.py 4'
expect 'tcp_tw_reuse=1 让主动连接的一端复用 TIME-WAIT' [ "$output" = "{'ok': 4}" ]
note '放宽范围'
apply client widen.sh
on client 'python3 reuse.py 6'
expect '六条都成功' [ "$output" = "{'ok': 6}" ]
