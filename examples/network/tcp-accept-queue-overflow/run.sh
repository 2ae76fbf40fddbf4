# Wait until a host has exactly so many connections in this state.
reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -c . | grep -qx $3" "${4:-5}"
}
count() {
    ip netns exec "$1" ss -Htan state "$2" | wc -l
}
mkfifo server.keys
exec 3<>server.keys

background server 'python3 server.py 1 <server.keys'
wait_port server 8000
background client 'python3 client.py'
reaches client established 2
sleep 1.5 # let the first retransmission of the SYNs fail too
on client "ss -Htan | awk '{print \$1}' | sort | uniq -c"
expect '五条连接只有两条完成' [ "$(count client established)" = 2 ]
expect '其余三条停在 SYN-SENT' [ "$(count client syn-sent)" = 3 ]
on server 'ss -tln'
expect 'Recv-Q 2 大于 Send-Q 1：队列满了' grep -q 'LISTEN 2 *1 ' <<<"$output"
quiet server 'nstat -az TcpExtListenOverflows TcpExtListenDrops'
expect 'ListenOverflows 在增长' [ "$(awk '/ListenOverflows/ {print $2}' <<<"$output")" -ge 3 ]
note '程序开始 accept()'
echo >server.keys
reaches client established 5 30
wait_for "ip netns exec server ss -Htln | grep -q 'LISTEN 0 '"
on client "ss -Htan | awk '{print \$1}' | sort | uniq -c"
expect '其余三条在下一次重传 SYN 时连上' [ "$(count client established)" = 5 ]
on server 'ss -tln'
expect '队列空了' grep -q 'LISTEN 0 *1 ' <<<"$output"
