note '从来没有设过规则：iptables-save 什么也存不出来'
on local 'iptables-save | wc -l'
expect '存出 0 行' [ "$output" -eq 0 ]
on local 'sleep 3 | iptables-apply -t 1 lockout.v4'
expect '它说退回完成' contains "$output" 'Reverting to old iptables rules... done.'
on local 'iptables -S INPUT'
expect '其实新规则还在' contains "$output" '-P INPUT DROP'

note '终端断开（SIGHUP）：存着旧规则的临时文件先被删掉'
on local 'iptables -F; iptables -P INPUT ACCEPT'
background local 'sleep 30 | iptables-apply -t 4 lockout.v4'
wait_for "grep -q 'NEW connections' $log"
setup local 'pkill -HUP -xf "/bin/bash /usr/sbin/iptables-apply -t 4 lockout.v4"'
wait_for "grep -q 'No such file' $log" 20
expect '退回失败' contains "$(show "$log")" 'No such file or directory'
on local 'iptables -S INPUT'
expect '新规则还在' contains "$output" '-P INPUT DROP'
