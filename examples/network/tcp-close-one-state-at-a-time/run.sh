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
# The programs wait for Enter: each reads a pipe in place of a keyboard.
mkfifo client.keys server.keys
exec 3<>client.keys 4<>server.keys

background server 'python3 server.py <server.keys'
wait_port server 8000
background client 'python3 client.py <client.keys'
reaches server established

note '一、客户端调用 close()，服务端丢弃它的 FIN'
on server 'iptables -A INPUT -p tcp --tcp-flags FIN FIN -j DROP'
echo >client.keys
reaches client fin-wait-1
both
expect '客户端 FIN-WAIT-1，服务端还是 ESTAB' [ "$(states client)/$(states server)" = FIN-WAIT-1/ESTAB ]

note '二、放行，等 FIN 重传；服务端程序还没有 close()'
on server 'iptables -F INPUT'
reaches server close-wait
reaches client fin-wait-2
both
expect '客户端 FIN-WAIT-2，服务端 CLOSE-WAIT' [ "$(states client)/$(states server)" = FIN-WAIT-2/CLOSE-WAIT ]

note '三、服务端调用 close()，客户端丢弃它的 FIN'
on client 'iptables -A INPUT -p tcp --tcp-flags FIN FIN -j DROP'
echo >server.keys
reaches server last-ack
both
expect '客户端 FIN-WAIT-2，服务端 LAST-ACK' [ "$(states client)/$(states server)" = FIN-WAIT-2/LAST-ACK ]

note '四、放行，等 FIN 重传'
on client 'iptables -F INPUT'
reaches client time-wait
wait_for '! ip netns exec server ss -Htan | grep -q .'
both
expect '客户端 TIME-WAIT，服务端的连接已经没有了' [ "$(states client)/$(states server)" = TIME-WAIT/ ]
