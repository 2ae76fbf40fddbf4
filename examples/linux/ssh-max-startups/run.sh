# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
# 默认是 10:30:100：十条起随机丢三成，一百条全丢。这里写成三条就全丢。
start_sshd 'MaxStartups 3:100:3'
on client 'ssh -F ssh_config server id -un'
expect '开始是好的' [ "$output" = app ]
hold() { # 连上了、什么也不说的连接
    local number
    for number in "$@"; do
        ip netns exec client nc -d 10.9.0.1 22 >"held$number" 2>/dev/null </dev/null &
        wait_for "grep -q SSH- held$number"
    done
}
note '三条连上了、什么也不说的连接'
hold 1 2 3
wait_for 'ps -o args= -p "$(cat sshd.pid)" | grep -q "3 of"'
quiet client 'ssh -F ssh_config server id -un'
expect '还没有开始就断了' grep -qE 'kex_exchange_identification|Connection (closed|reset) by' <<<"$output"
note '只读的检查：连上去什么也不发，正常会先收到 SSH-2.0-…'
on client 'nc -d -w 3 10.9.0.1 22; true'
expect '没有 SSH-2.0' lacks "$output" SSH-2.0
on server 'ss -Htn state established "( sport = :22 )" | wc -l'
expect '占着的连接' [ "$output" = 3 ]
on server 'ps -o args= -p "$(cat sshd.pid)" | grep -oE "[0-9]+ of .* startups"'
expect 'sshd 自己的进程名里写着：没登录的 3 条，上限 3' contains "$output" '3 of 3-3 startups'
note '放宽，不停服务：重新读配置'
on server 'sed -i "s/MaxStartups.*/MaxStartups 10:30:100/" sshd_config; /usr/sbin/sshd -t -f sshd_config && kill -HUP $(cat sshd.pid); echo $?'
wait_for 'grep -c "Server listening on 0" sshd.log | grep -qx 2'
note '重新读配置以后从零数起，所以再占三条'
hold 4 5 6
wait_for 'ps -o args= -p "$(cat sshd.pid)" | grep -q "3 of"'
on server 'ps -o args= -p "$(cat sshd.pid)" | grep -oE "[0-9]+ of .* startups"'
expect '又是三条，上限 100' contains "$output" '3 of 10-100 startups'
on client 'ssh -F ssh_config server id -un'
expect '占着三条，也能登了' [ "$output" = app ]
stop_sshd
