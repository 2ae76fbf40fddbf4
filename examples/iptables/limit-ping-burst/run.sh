apply server rules.sh
quiet client "ping -i 0.2 -c 25 -W 1 10.9.0.1 | grep -o '^64 bytes.*icmp_seq=[0-9]*' | cut -d= -f2"
expect '前 10 个全通' [ "$(head -10 <<<"$output" | tr '\n' ' ')" = '1 2 3 4 5 6 7 8 9 10 ' ]
expect '5 秒里 25 个 ping 收到 10 到 12 个' between "$(wc -l <<<"$output")" 10 12
note '桶已经空了，再每秒发一个'
quiet client "ping -i 1 -c 10 -W 1 10.9.0.1 | grep -o '^64 bytes.*icmp_seq=[0-9]*' | cut -d= -f2"
expect '10 个里收到 3 或 4 个' between "$(wc -l <<<"$output")" 3 4
expect '相邻两个通的之间差 3 号（误差 1）' [ -z "$(awk 'NR > 1 && ($1 - last < 2 || $1 - last > 4) { print } { last = $1 }' <<<"$output")" ]
