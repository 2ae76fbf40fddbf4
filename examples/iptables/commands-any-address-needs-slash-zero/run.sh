on server 'iptables -A INPUT -s 0.0.0.0 -j DROP'
on server 'iptables -S INPUT'
expect '不带掩码就是 /32' contains "$output" '-s 0.0.0.0/32'
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '照样 ping 通' [ "$status" -eq 0 ]
on server 'iptables -vnxL INPUT'
expect '这条规则的计数是 0' [ "$(awk '/DROP/ {print $1}' <<<"$output")" -eq 0 ]
on server 'iptables -R INPUT 1 -s 0.0.0.0/0 -j DROP'
on server 'iptables -S INPUT'
expect '/0 等于没有写 -s' lacks "$output" '-s '
quiet client 'ping -qnc 1 -W 1 10.9.0.1'
expect '不通了' [ "$status" -eq 1 ]
