# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
penalties=''
start_sshd
on server '/usr/sbin/sshd -T -f sshd_config | grep -i persourcepenal'
expect '默认就开着：登录失败一次记 5 秒，满 15 秒开始拒绝' contains "$output" 'authfail:5'
setup client 'ssh-keygen -q -t ed25519 -N "" -C other -f other; sed s,/id$,/other, ssh_config >other_config'
note '用错钥匙失败几次，像写错了的备份脚本'
on client 'for n in 1 2 3 4 5 6; do ssh -F other_config server true; done 2>&1 | grep -c "Permission denied"'
expect '后来连钥匙都不看就断' between "$output" 3 5
quiet client 'ssh -F ssh_config server id -un'
expect '对的钥匙也登不上：罚的是地址' grep -qE 'kex_exchange_identification|Connection (closed|reset) by' <<<"$output"
note '只读的检查：连上去什么也不发，看服务器先说什么'
on client 'nc -d -w 3 10.9.0.1 22'
expect '正常是 SSH-2.0-…；这里说原因' contains "$output" 'Not allowed at this time'
on server 'grep -oE "drop connection.*(penalty|penalties).*" sshd.log | sed -E "s/#[0-9]+/#…/; s/\]:[0-9]+ on/]:… on/" | tail -n 1'
expect '服务器的日志' contains "$output" penal
note '等罚期过去，或者给跳板机、监控的地址免罚'
start_sshd 'PerSourcePenaltyExemptList 10.9.0.2'
on client 'for n in 1 2 3 4 5 6; do ssh -F other_config server true 2>&1; done | sort | uniq -c | xargs'
expect '失败照样失败，不再罚' contains "$output" '6 app@10.9.0.1: Permission denied'
on client 'ssh -F ssh_config server id -un'
expect '对的钥匙马上能登' [ "$output" = app ]
stop_sshd
