background server 'python3 -m http.server 80'
wait_port server 80
apply server rules.sh
on client 'python3 ack.py 5001'
expect 'ACK 到了协议栈，回来一个 RST' [ "$output" = 'TCP 标志 R' ]
note '新连接只认 SYN'
apply server syn.sh
on client 'python3 ack.py 5002'
expect 'ACK 被挡住' [ "$output" = '没有回应' ]
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '正常的连接照样通' [ "$output" = 200 ]
