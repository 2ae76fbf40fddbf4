background server 'python3 listen.py'
listening=$log
wait_for "ip netns exec server ss -Hluan 'sport = :514' | grep -q ."
apply server rules.sh
counters="iptables-save -c -t filter | grep -e '-A'"
note '同一个来源端口连发三个包，服务器不回'
on client 'python3 send.py one two three'
wait_for "grep -q three $listening"
on server "$counters"
expect '三个都是 NEW' contains "$output" '[3:95] -A INPUT -p udp -m conntrack --ctstate NEW'
on server 'conntrack -L -p udp 2>/dev/null'
expect '条目标着 UNREPLIED' contains "$output" '[UNREPLIED]'
note '第四个包是 NEW，服务器回了它；第五个就是 ESTABLISHED'
on client 'python3 send.py answer five'
wait_for "grep -q five $listening"
on server "$counters"
expect '回过以后才有 ESTABLISHED' contains "$output" '[1:32] -A INPUT -p udp -m conntrack --ctstate ESTABLISHED'
expect 'NEW 停在 4' contains "$output" '[4:129] -A INPUT -p udp -m conntrack --ctstate NEW'
# 头尾相隔超过两秒，条目才标 [ASSURED]：不看它
on server 'conntrack -L -p udp 2>/dev/null | grep -o "src=10.9.0.2.*dport=5140"'
expect 'UNREPLIED 没有了' lacks "$output" '[UNREPLIED]'

note 'TCP 也一样：raw 里丢掉回包，连接跟踪看不到它，重传的 SYN 还是 NEW'
apply server silent-port.sh
setup client 'sysctl -eqw net.ipv4.tcp_syn_retries=1 net.ipv4.tcp_syn_linear_timeouts=0' # one SYN, sent again once
on client 'nc -z 10.9.0.1 81'
on server "iptables-save -c -t filter | grep -e '--dport 81'"
expect 'SYN 和重传的 SYN 都是 NEW' contains "$output" '[2:120] -A INPUT -p tcp -m tcp --dport 81 -m conntrack --ctstate NEW'
expect 'ESTABLISHED 是 0' contains "$output" '[0:0] -A INPUT -p tcp -m tcp --dport 81 -m conntrack --ctstate ESTABLISHED'
