background client "tcpdump -i eth0 -nn -t -l 'tcp[tcpflags] & (tcp-fin|tcp-rst) != 0'"
capture=$log
wait_for "grep -q listening $capture"

note '一、SO_LINGER 设成 0 再 close()'
background server 'python3 server.py'
server_log=$log
wait_port server 8000
on client 'python3 client.py linger'
wait_for "grep -q ECONNRESET $server_log"
show "$server_log"
expect '先收到的数据还读得到' grep -q "read: b'request'" "$server_log"
expect '对端读到 ECONNRESET' grep -q ECONNRESET "$server_log"
on client 'ss -Htan'
expect '没有 TIME-WAIT' lacks "$output" TIME-WAIT
wait_for "grep -q '> 10.9.0.1.8000: Flags \[R' $capture"
expect '客户端发的是 RST' grep -q '10.9.0.2.* > 10.9.0.1.8000: Flags \[R' "$capture"

note '二、收到的数据没有读完就 close()'
background server 'python3 server.py unread'
wait_port server 8000
on client 'python3 client.py'
expect '对端读到 ECONNRESET' contains "$output" ECONNRESET
wait_for "grep -q '10.9.0.1.8000 > .*Flags \[R' $capture"
expect '服务端发的是 RST' grep -q '10.9.0.1.8000 > 10.9.0.2.*Flags \[R' "$capture"
on server 'ss -Htan'
expect '服务端也没有 TIME-WAIT' lacks "$output" TIME-WAIT
expect '两次都没有出现 FIN' lacks "$(cat "$capture")" '[F'

note '三、对端已经 close()，还在发'
before=$(grep -c 'Flags \[R' "$capture")
background server 'python3 server.py late'
server_log=$log
wait_port server 8000
on client 'python3 client.py leave'
wait_for "grep -q . $server_log"
wait_for "[ \$(grep -c 'Flags \[R' $capture) -gt $before ]"
show "$server_log"
expect '第一次发送成功，第二次得到 EPIPE' grep -q 'EPIPE' "$server_log"
expect '客户端对迟到的数据回了 RST' [ "$(grep -c 'Flags \[R' "$capture")" -gt "$before" ]
