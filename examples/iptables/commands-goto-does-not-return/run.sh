on server 'iptables -N count; iptables -A count -m comment --comment "only counts"'
on server 'iptables -A INPUT -p icmp -j count'
on server 'iptables -A INPUT -p icmp -j DROP'
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '-j：走完 count 回到 INPUT，下一条 DROP 生效' [ "$status" -eq 1 ]
on server 'iptables -R INPUT 1 -p icmp -g count'
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '-g：走完 count 直接用 INPUT 的默认策略 ACCEPT' [ "$status" -eq 0 ]
on server "iptables -vnxL count | awk 'END {print \$1}'"
expect 'count 两次都数到了' [ "$output" -eq 2 ]
