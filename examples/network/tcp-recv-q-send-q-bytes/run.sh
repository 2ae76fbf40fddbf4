mkfifo client.keys server.keys
exec 3<>client.keys 4<>server.keys
background server 'python3 server.py <server.keys'
wait_port server 8000
background client 'python3 client.py <client.keys'
wait_for 'ip netns exec server ss -Htan state established | grep -q .'

note '一、对端程序不读'
echo >client.keys
wait_for "ip netns exec server ss -Htan state established | grep -q '^1000 '"
wait_for "ip netns exec client ss -Htan state established | grep -q '^0 *0 '"
on server 'ss -tan'
expect '接收端 Recv-Q 1000：内核收下了，程序没有读' grep -q 'ESTAB 1000 *0 ' <<<"$output"
on client 'ss -tan'
expect '发送端 Send-Q 0：对端的内核已经确认' grep -q 'ESTAB 0 *0 ' <<<"$output"

note '二、程序开始读；然后网络断了'
echo >server.keys
wait_for "ip netns exec server ss -Htan state established | grep -q '^0 '"
on server 'iptables -A INPUT -p tcp -j DROP'
echo >client.keys
wait_for "ip netns exec client ss -Htani state established | grep -q 'retrans:'"
on client 'ss -tan'
expect '发送端 Send-Q 1000：已经发出，没有人确认' grep -q 'ESTAB 0 *1000 ' <<<"$output"
on server 'ss -tan'
expect '接收端什么也看不到' grep -q 'ESTAB 0 *0 ' <<<"$output"
quiet client 'ss -tanio'
expect 'ss -o 显示重传计时器' contains "$output" 'timer:(on,'
expect 'ss -i 显示重传次数' grep -q 'retrans:[0-9]*/[0-9]' <<<"$output"
quiet client 'nstat -az TcpRetransSegs'
expect '全机的重传计数在增长' [ "$(awk '/TcpRetransSegs/ {print $2}' <<<"$output")" -ge 1 ]
