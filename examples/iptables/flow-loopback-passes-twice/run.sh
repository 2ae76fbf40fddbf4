apply local count.sh
on local 'ping -q -c 1 127.0.0.1'
on local "iptables-save -c -t mangle | grep -e '-A'"
expect '请求和应答各自走完四条链：每条链 2 个包' [ "$(grep -c '^\[2:168\]' <<<"$output")" -eq 4 ]
note '默认丢弃，又没有放行 lo'
on local 'iptables -P INPUT DROP'
on local 'ping -q -c 1 -W 1 127.0.0.1'
expect '本机连自己也不通' contains "$output" '100% packet loss'
note '先放行 lo，再默认丢弃'
apply local rules.sh
on local 'ping -q -c 1 -W 1 127.0.0.1'
expect '通了' contains "$output" ' 0% packet loss'
