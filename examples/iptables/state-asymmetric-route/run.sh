setup client 'sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=0'
background server 'python3 -m http.server 80'
wait_port server 80
apply router rules.sh
get="curl -s -m 2 --local-port 5001 -o /dev/null -w '%{http_code}\n' http://10.9.1.2/"
on client "${get/5001/5000}"
expect '两个方向都经过路由器：通' [ "$output" = 200 ]

note '另拉一条线，让服务器的回包直接回客户端'
setup client 'ip link add direct type veth peer name direct netns /run/netns/server && ip link set direct up'
setup client 'ip addr add 10.9.2.1/24 dev direct && sysctl -qw net.ipv4.conf.direct.rp_filter=0'
setup server 'ip link set direct up && ip addr add 10.9.2.2/24 dev direct'
on server 'ip route add 10.9.0.2 via 10.9.2.1 dev direct src 10.9.1.2'
setup router 'iptables -Z'
background client "${get/-m 2/-m 5}"
request=$pid
wait_for "ip netns exec client ss -Htn state established '( sport = :5001 )' | grep -q ."
on client "ss -Htn state established '( sport = :5001 )' | awk '{print \$3, \$4}'"
expect '客户端已经 ESTABLISHED' contains "$output" '10.9.0.2:5001'
on router 'conntrack -L -p tcp --orig-port-src 5001 2>/dev/null'
expect '路由器只见过 SYN，还停在 SYN_SENT' contains "$output" '[UNREPLIED]'
wait "$request"
expect 'curl 超时' [ "$?" -eq 28 ]
quiet router "iptables-save -c -t filter | grep -e '-A'"
expect 'ACK 和请求都成了 INVALID，被丢' grep -q '^\[[1-9].*INVALID' <<<"$output"
expect 'ESTABLISHED 一个也没有' contains "$output" '[0:0] -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED'

note '让回包也走路由器'
on server 'ip route del 10.9.0.2 via 10.9.2.1'
on client "${get/5001/5002}"
expect '通了' [ "$output" = 200 ]
