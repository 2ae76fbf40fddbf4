# Connection tracking starts with the first rule that needs it.
setup server 'iptables -A INPUT -m conntrack --ctstate INVALID -j DROP'
background server 'python3 echo.py'
wait_for "ip netns exec server ss -Hlun 'sport = :53' | grep -q ."
note '只写 PREROUTING'
apply server one-way.sh
on client 'python3 ask.py'
expect '有应答' [ "$output" = hello ]
on server "conntrack -L -p udp 2>/dev/null | grep -o 'src=.*UNREPLIED'"
expect '应答被当成新连接，记了一条反方向的' contains "$output" 'src=10.9.0.1 dst=10.9.0.2 sport=53 dport=5353'
setup server 'conntrack -F'
note '两个方向都写'
apply server rules.sh
on client 'python3 ask.py'
expect '有应答' [ "$output" = hello ]
on server 'conntrack -L -p udp 2>/dev/null | wc -l'
expect '没有连接记录' [ "$output" -eq 0 ]
note '老写法 -j NOTRACK 仍然能装'
on server 'iptables -t raw -A PREROUTING -p udp --dport 123 -j NOTRACK'
expect '装上了' [ "$status" -eq 0 ]
on server 'iptables -t raw -S PREROUTING'
expect '列出来的两种写法' contains "$output" '--dport 123'
on server 'iptables-translate -t raw -A PREROUTING -p udp --dport 53 -j CT --notrack'
expect 'nft 写作 notrack' contains "$output" 'notrack'
