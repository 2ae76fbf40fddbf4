background server 'python3 -m http.server 80'
wait_port server 80
apply server rules.sh
counters="iptables-save -c -t filter | grep -e '-A'"

note '一次 TCP 连接：SYN 是 NEW，后面三个包（ACK、FIN、ACK）是 ESTABLISHED'
on client 'nc -zN 10.9.0.1 80 2>/dev/null'
note 'ping 两次：第一个请求是 NEW，第二个是 ESTABLISHED'
on client 'ping -qn -c 2 -i 0.2 10.9.0.1'
wait_for "ip netns exec server iptables-save -c | grep '^\[4:.*ESTABLISHED'"
on server "$counters"
expect 'NEW 2 个包，ESTABLISHED 4 个包' grep -qzP '\[2:\d+\] -A INPUT -m conntrack --ctstate NEW\n\[4:\d+\] -A INPUT -m conntrack --ctstate ESTABLISHED' <<<"$output"

note '向对端没人听的 UDP 端口发一个包，对端回 ICMP 端口不可达：RELATED'
on server 'echo hello >/dev/udp/10.9.0.2/9'
note '凭空来的 RST：INVALID'
on client 'python3 send_rst.py'
note '发到不跟踪的端口：UNTRACKED'
on client 'echo hello >/dev/udp/10.9.0.1/9999'
wait_for "ip netns exec server iptables-save -c | grep '^\[1:.*UNTRACKED'"
on server "$counters"
expect 'RELATED 1 个包' contains "$output" '[1:62] -A INPUT -m conntrack --ctstate RELATED'
expect 'INVALID 1 个包' contains "$output" '[1:40] -A INPUT -m conntrack --ctstate INVALID'
expect 'UNTRACKED 1 个包' contains "$output" '[1:34] -A INPUT -m conntrack --ctstate UNTRACKED'
