ping='ping -qn -i 0.1 -c 20 -W 1 10.9.0.1'
on server 'diff right-order.v4 wrong-order.v4'
on server 'iptables-restore right-order.v4'
quiet client "$ping"
expect '限速在前：回 10 个上下' between "$(grep -o '[0-9]* received' <<<"$output" | cut -d' ' -f1)" 10 13
on server 'iptables-restore wrong-order.v4'
on client "$ping"
expect '限速在后：20 个全回' contains "$output" '20 received'
quiet server 'iptables -vnxL INPUT --line-numbers'
expect '只有第一个包走到限速规则' [ "$(awk '/limit: avg 20/ {print $2}' <<<"$output")" -eq 1 ]
