background server 'python3 -m http.server 80'
wait_port server 80
on server 'iptables -t raw -A PREROUTING -p tcp --dport 80 -j CT --notrack'
on server 'iptables -A INPUT -p tcp --syn --dport 80 -m connlimit --connlimit-above 2 -j REJECT --reject-with tcp-reset'
for number in 1 2 3 4; do
    background client 'nc 10.9.0.1 80'
    wait_for "[ \"\$(ip netns exec server ss -Htn state established '( sport = :80 )' | wc -l)\" -eq $number ]"
done
on server "ss -Htn state established '( sport = :80 )' | wc -l"
expect '四条都连上了' [ "$output" -eq 4 ]
on server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '限制规则没有命中过' [ "$output" = 0 ]
