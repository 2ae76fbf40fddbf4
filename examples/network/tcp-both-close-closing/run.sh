reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -q ."
}
states() {
    ip netns exec "$1" ss -Htan state all | awk '{print $1}' | xargs
}
both() {
    on client 'ss -Htan'
    on server 'ss -Htan'
}
mkfifo client.keys server.keys
exec 3<>client.keys 4<>server.keys

background server 'python3 server.py <server.keys'
wait_port server 8000
background client 'python3 client.py <client.keys'
reaches server established

note '一、双方都丢弃对方的 FIN，然后都 close()'
on client 'iptables -A INPUT -p tcp -j DROP'
on server 'iptables -A INPUT -p tcp -j DROP'
echo >client.keys
echo >server.keys
reaches client fin-wait-1
reaches server fin-wait-1
both
expect '两边都是 FIN-WAIT-1' [ "$(states client)/$(states server)" = FIN-WAIT-1/FIN-WAIT-1 ]

note '二、只让客户端收到对方的 FIN；它自己的 FIN 还没有人确认'
on client 'iptables -F INPUT'
reaches client closing
both
expect '客户端 CLOSING' [ "$(states client)/$(states server)" = CLOSING/FIN-WAIT-1 ]

note '三、服务端也放行'
on server 'iptables -F INPUT'
reaches client time-wait
reaches server time-wait
both
expect '两边都是 TIME-WAIT' [ "$(states client)/$(states server)" = TIME-WAIT/TIME-WAIT ]
