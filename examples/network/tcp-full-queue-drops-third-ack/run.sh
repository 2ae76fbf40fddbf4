# The states of both ends of the connections to one port, by local port.
states() {
    on client "ss -Htan 'dport = :$1' | awk '{print \$1, \$4}' | sort -k 2"
    at_client=$output
    on server "ss -Htan 'sport = :$1 and dst 10.9.0.2' | awk '{print \$1, \$5}' | sort -k 2"
    at_server=$output
}
# Three connections; the third segment of the first one is lost until the two others have filled the queue.
fill() {
    background server "python3 server.py $1"
    wait_port server "$1"
    on server "iptables -A INPUT -p tcp --sport ${2}1 --tcp-flags ALL ACK -j DROP"
    background client "python3 client.py $1 ${2}1 ${2}2 ${2}3"
    client_log=$log
    wait_for "ip netns exec server ss -Htan state established 'sport = :$1' | grep -c . | grep -qx 2"
    on server 'iptables -F INPUT'
    sleep 4 # the server sends its SYN+ACK again after 1 and 3 seconds; each time the client answers
}
fill 8000 2000
states 8000
expect '客户端三条都是 ESTAB' [ "$(grep -c ESTAB <<<"$at_client")" = 3 ]
expect '服务端的第一条还是 SYN-RECV：第三个段到了，也丢掉' contains "$at_server" 'SYN-RECV 10.9.0.2:20001'
note '改成回 RST'
on server 'sysctl -w net.ipv4.tcp_abort_on_overflow=1'
fill 8001 2001
wait_for "grep -q . $client_log"
show "$client_log"
expect '客户端得到 ECONNRESET' grep -q ECONNRESET "$client_log"
states 8001
expect '服务端的第一条没有了' lacks "$at_server" 20011
