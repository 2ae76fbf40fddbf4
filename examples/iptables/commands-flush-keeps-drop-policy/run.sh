on server 'iptables -A INPUT -s 10.9.0.0/24 -j ACCEPT'
on server 'iptables -P INPUT DROP'
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '通' [ "$status" -eq 0 ]
on server 'iptables -F'
on server 'iptables -S INPUT'
expect '规则没了，默认策略还是 DROP' [ "$output" = '-P INPUT DROP' ]
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '断了' [ "$status" -eq 1 ]
note '要清空，先把默认策略改回 ACCEPT'
apply server open.sh
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '通' [ "$status" -eq 0 ]
