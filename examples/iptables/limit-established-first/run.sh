apply server wrong.sh
on client "ping -q -i 0.02 -c 30 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect '30 个全通，没有限住' [ "$output" = '30 received' ]
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1, \$3 }'"
expect 'limit 规则只命中 1 次，其余 29 个走了第 1 条' [ "$output" = $'29 ACCEPT\n1 ACCEPT\n0 REJECT' ]
on server 'iptables -F INPUT'
apply server right.sh
on client "ping -q -i 0.02 -c 30 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect 'limit 放在前面：通 5 个' [ "$output" = '5 received' ]
on server "ping -q -i 0.2 -c 2 10.9.0.2 | grep -o '[0-9]* received'"
expect '自己 ping 别人不受影响' [ "$output" = '2 received' ]
