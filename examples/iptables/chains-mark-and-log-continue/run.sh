apply server rules.sh
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '通' contains "$output" ' 0% packet loss'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '前四条各 3 个：前三条命中后都继续' [ "$(grep -c '^\[3:252\]' <<<"$output")" -eq 4 ]
expect 'ACCEPT 之后的 DROP 是 0' contains "$output" '[0:0] -A INPUT -p icmp -j DROP'
