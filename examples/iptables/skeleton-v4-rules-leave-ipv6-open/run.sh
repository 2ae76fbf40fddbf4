for host in server client; do
    setup "$host" 'sysctl -qw net.ipv6.conf.all.disable_ipv6=0 net.ipv6.conf.eth0.disable_ipv6=0'
done
setup server 'ip addr add fd00::1/64 dev eth0 nodad'
setup client 'ip addr add fd00::2/64 dev eth0 nodad'
for port in 80 8080; do
    background server "python3 -m http.server --bind :: $port"
    wait_port server "$port"
done
on server 'iptables-restore rules.v4'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect 'IPv4 的 8080 挡住了' [ "$status" -eq 28 ]
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]:8080/'"
expect 'IPv6 的 8080 敞着' [ "$output" = 200 ]
on server 'ip6tables-restore rules.v6'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]:8080/'"
expect '现在也挡住了' [ "$status" -eq 28 ]
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' 'http://[fd00::1]/'"
expect 'IPv6 的 80 应答' [ "$output" = 200 ]
