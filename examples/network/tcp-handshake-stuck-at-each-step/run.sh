# Wait until the host has a connection in this state.
reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -q ."
}
# The states of all connections of a host (not of its listeners), in one line.
states() {
    ip netns exec "$1" ss -Htan state connected | awk '{print $1}' | xargs
}
both() {
    on client 'ss -Htan state connected'
    on server 'ss -Htan state connected'
}

background server 'python3 server.py'
wait_port server 8000

note '一、服务端丢弃 SYN'
on server 'iptables -A INPUT -p tcp -j DROP'
background client 'python3 client.py'
reaches client syn-sent
both
expect '客户端 SYN-SENT，服务端什么也没有' [ "$(states client)/$(states server)" = SYN-SENT/ ]

note '二、放行 SYN，客户端丢弃 SYN+ACK'
on client 'iptables -A INPUT -p tcp --tcp-flags SYN,ACK SYN,ACK -j DROP'
on server 'iptables -F INPUT'
reaches server syn-recv
both
expect '客户端 SYN-SENT，服务端 SYN-RECV' [ "$(states client)/$(states server)" = SYN-SENT/SYN-RECV ]

note '三、SYN+ACK 到了，服务端丢弃第三个段'
on server 'iptables -A INPUT -p tcp --tcp-flags ALL ACK -j DROP'
on client 'iptables -F INPUT'
reaches client established
both
expect '客户端已经 ESTAB，服务端还是 SYN-RECV' [ "$(states client)/$(states server)" = ESTAB/SYN-RECV ]

note '四、放行。服务端程序没有调用 accept()'
on server 'iptables -F INPUT'
wait_for "ip netns exec server ss -Htan state established | grep -q ." 10 # the kernel repeats SYN+ACK after 1, 3, 7 seconds
both
expect '双方 ESTAB' [ "$(states client)/$(states server)" = ESTAB/ESTAB ]
on server 'ss -Htln'
expect '监听行的 Recv-Q 是等待 accept 的连接数' grep -q 'LISTEN 1 ' <<<"$output"
