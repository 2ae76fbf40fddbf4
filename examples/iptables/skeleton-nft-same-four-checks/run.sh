for port in 80 8080; do
    background server "python3 -m http.server --bind :: $port"
done
for host in server client; do
    setup "$host" 'sysctl -qw net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.eth0.disable_ipv6=0'
done
setup server 'ip addr add fd00::1/64 dev eth0 nodad'
setup client 'ip addr add fd00::2/64 dev eth0 nodad'
wait_port server 80
wait_port server 8080
on server 'nft -c -f rules.nft && nft -f rules.nft'
expect '检查通过，装上' [ "$status" -eq 0 ]
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '80 应答' [ "$output" = 200 ]
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect '8080 超时' [ "$status" -eq 28 ]
quiet client 'ping -qn -i 0.1 -c 20 -W 1 10.9.0.1'
expect '20 个 ping 只回 10 个上下' between "$(grep -o '[0-9]* received' <<<"$output" | cut -d' ' -f1)" 10 13
on server 'ping -qnc 1 -W 1 10.9.0.2'
expect '服务器自己 ping 得通别人' [ "$status" -eq 0 ]
note '同一份规则也管 IPv6'
on client "curl -s -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]/'"
expect 'IPv6 的 80 应答' [ "$output" = 200 ]
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]:8080/'"
expect 'IPv6 的 8080 超时' [ "$status" -eq 28 ]
note '少了 ipv6-icmp 那一行，邻居发现被丢掉，IPv6 全断'
on server "sed '/ipv6-icmp/d' rules.nft >broken.nft; nft -f broken.nft; ip -6 neigh flush dev eth0"
setup client 'ip -6 neigh flush dev eth0'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]/'"
expect 'IPv6 的 80 也不通了' [ "$status" -ne 0 ]
