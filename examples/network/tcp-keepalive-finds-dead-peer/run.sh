# Wait until a host has exactly so many connections in this state.
reaches() {
    wait_for "ip netns exec $1 ss -Htan state $2 | grep -c . | grep -qx $3" "${4:-5}"
}
mkfifo client.keys
exec 3<>client.keys
on client 'sysctl net.ipv4.tcp_keepalive_time net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes'
expect '默认两小时后才探测' contains "$output" 'tcp_keepalive_time = 7200'
background server 'python3 server.py'
wait_port server 8000
background client 'python3 client.py <client.keys'
client_log=$log
reaches client established 2
wait_for 'ip netns exec client ss -Htano | grep -q keepalive'
quiet client 'ss -tano'
expect '只有一条连接带 keepalive 计时器' [ "$(grep -c 'timer:(keepalive,' <<<"$output")" = 1 ]
note '服务端“断电”：什么也不回，也来不及发 FIN'
on server 'iptables -A INPUT -j DROP'
echo >client.keys
wait_for "grep -q . $client_log" 15
expect '有 keepalive 的一条得到 ETIMEDOUT' grep -q '^ETIMEDOUT ' "$client_log"
expect '用了几秒' between "$(awk '{print $2}' "$client_log")" 1 8
on client 'ss -Htan'
expect '没有 keepalive 的一条还是 ESTAB' [ "$(grep -c ESTAB <<<"$output")" = 1 ]
