apply server rules.sh
background server 'nc -l 90 >received.txt'
wait_port server 90
setup client 'mkfifo pipe'
background client 'exec 3<>pipe; nc 10.9.0.1 90 <&3'
wait_for 'ip netns exec server conntrack -L -p tcp 2>/dev/null | grep -q ASSURED'
on client 'echo one >pipe'
wait_for 'grep -q one received.txt'
note '空闲，等条目过期'
wait_for '! ip netns exec server conntrack -L -p tcp 2>/dev/null | grep -q tcp' 10
on server 'conntrack -L -p tcp 2>/dev/null | wc -l'
expect '条目没有了' [ "$output" -eq 0 ]
on server "ss -Htn state established '( sport = :90 )' | wc -l"
expect '两端的连接都还在' [ "$output" -eq 1 ]
on client 'echo two >pipe'
setup client 'sleep 0.5'
on server 'cat received.txt'
expect '第二行没有到' [ "$output" = one ]
note '规则去掉 --syn：重传的包没有条目，按 NEW 放行，连接续上了'
on server 'iptables -R INPUT 2 -p tcp --dport 90 -m conntrack --ctstate NEW -j ACCEPT'
wait_for 'grep -q two received.txt' 20
on server 'cat received.txt'
expect '第二行到了' [ "$output" = $'one\ntwo' ]
