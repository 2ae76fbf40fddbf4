# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
on local 'top -b -n1 | head -n 5'
expect '第一行有平均负载' contains "$output" 'load average'
expect '第三行有八个百分比' [ "$(grep '^%Cpu' <<<"$output" | grep -oE '(us|sy|ni|id|wa|hi|si|st)\b' | wc -l)" -eq 8 ]
expect '可用内存排在 Swap 那一行' contains "$output" 'avail Mem'
on local 'top -b -n1 | grep -E "^ +PID"'
expect '列的次序' contains "$(xargs <<<"$output")" 'PID USER PR NI VIRT RES SHR S %CPU %MEM TIME+ COMMAND'
on local 'top -b -n2 -d0.5 | grep "^%Cpu" | tail -n1 | grep -oE "[0-9.]+ (us|sy|ni|id|wa|hi|si|st)" | awk "{ sum += \$1 } END { print (sum > 98 && sum < 102) ? \"合计 100\" : sum }"'
expect '八项加起来是 100' [ "$output" = '合计 100' ]
on local 'free -k | awk "/^Mem/ { d = \$2 - \$7 - \$3; print (d > -2048 && d < 2048) ? \"used = total - available\" : d }"'
expect 'procps 4：used 等于 total 减 available' contains "$output" 'used ='
on local 'top -b -H -n1 -p $$ | sed -n 2p | cut -d: -f1'
expect '线程模式：标签变成 Threads' [ "$output" = Threads ]
