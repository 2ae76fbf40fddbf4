# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on server 'sysctl net.ipv4.icmp_ratelimit net.ipv4.icmp_ratemask'
expect '默认对每个目的地最多每 1000 毫秒一个' contains "$output" 'icmp_ratelimit = 1000'
on client 'iptables -A INPUT -p icmp --icmp-type port-unreachable'
note '往没有人听的 UDP 端口连发 20 个包'
on client 'for i in $(seq 20); do echo x >/dev/udp/10.9.0.1/9; done'
quiet client "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '只收到 6 到 8 个“端口不可达”' between "$output" 6 8
