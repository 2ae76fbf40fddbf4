setup server 'sed -i "s/sleep 60/sleep 5/" arm.sh'
background server 'python3 -m http.server 22'
wait_port server 22
fetch="curl -s -m 1 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:22/"
note '这里等 5 秒，代替 60 秒'
apply server arm.sh
wait_for '[ -s timer.pid ]'
on server 'iptables-restore lockout.v4'
on client "$fetch"
expect '被锁在外面' [ "$status" -eq 28 ]
wait_for 'ip netns exec server iptables -S INPUT | grep -q "P INPUT ACCEPT"' 15
on client "$fetch"
expect '时间一到，自动退回' [ "$output" = 200 ]
note '新规则没有问题，就取消'
setup server 'rm timer.pid; bash arm.sh'
wait_for '[ -s timer.pid ]'
# shellcheck disable=SC2016 # the host expands it
on server 'kill "$(cat timer.pid)"'
expect '取消了' [ "$status" -eq 0 ]
setup server 'iptables -P INPUT DROP; sleep 6'
on server 'iptables -S INPUT'
expect '没有退回' [ "$output" = '-P INPUT DROP' ]
