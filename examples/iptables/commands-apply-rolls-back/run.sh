background server 'python3 -m http.server 22'
wait_port server 22
fetch="curl -s -m 1 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:22/"
note '先让默认策略写进内核，退回时才有东西可退'
on server 'iptables -P INPUT ACCEPT'
on client "$fetch"
expect '开始时 22 通' [ "$output" = 200 ]
note '新规则漏了 22；没有人按键：sleep 代替，5 秒内不回答'
background server 'sleep 30 | iptables-apply -t 5 lockout.v4'
wait_for 'ip netns exec server iptables -S INPUT | grep -q "P INPUT DROP"'
on client "$fetch"
expect '新规则生效，被锁在外面' [ "$status" -eq 28 ]
wait_for "grep -q 'Reverting.*done' $log" 20
show "$log"
on client "$fetch"
expect '自动退回，又通了' [ "$output" = 200 ]
note '有人按 y：规则留下，-w 另存一份'
on server 'echo y | iptables-apply -t 5 -w applied.v4 lockout.v4'
expect '确认' [ "$status" -eq 0 ]
on server 'grep -c "dport 443" applied.v4'
expect '存下来了' [ "$output" -eq 1 ]
