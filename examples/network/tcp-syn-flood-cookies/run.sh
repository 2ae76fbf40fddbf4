counter() {
    ip netns exec server nstat -asz "$1" | awk -v name="$1" '$1 == name {print $2}'
}
half_open() {
    ip netns exec server ss -Htan state syn-recv | wc -l
}
# Without these, the kernel notices after 3 seconds that nobody has these addresses, and drops the half-open connections.
setup server 'seq -f "neigh add 10.9.0.%g lladdr 02:00:00:00:00:99 dev eth0" 100 119 | ip -batch -'
on server 'sysctl -w net.ipv4.tcp_syncookies=0'
background server 'python3 server.py'
wait_port server 8000
on client 'python3 client.py'
expect '洪水之前能连' [ "$output" = hello ]
quiet client 'python3 flood.py'
on server 'ss -Htan state syn-recv | wc -l'
expect 'backlog 是 8，20 个 SYN 只有 9 个进了半连接队列' [ "$output" = 9 ]
on client 'python3 client.py'
expect '没有 SYN cookie，正常的客户端连不上' [ "$output" = 'no answer' ]
on server 'sysctl -w net.ipv4.tcp_syncookies=1'
expect '队列还是满的' [ "$(half_open)" = 9 ]
on client 'python3 client.py'
expect '有 SYN cookie，正常的客户端照常连上' [ "$output" = hello ]
quiet server 'nstat -asz TcpExtSyncookiesSent TcpExtSyncookiesRecv'
expect '内核发过 SYN cookie' [ "$(counter TcpExtSyncookiesSent)" -ge 1 ]
expect '并收到一个正确的回答' [ "$(counter TcpExtSyncookiesRecv)" -ge 1 ]
