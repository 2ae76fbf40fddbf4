# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
start_sshd
setup client 'ssh -F ssh_config server true'
note '一、服务器重装，主机密钥换了'
setup server 'rm host_key host_key.pub; ssh-keygen -q -t ed25519 -N "" -C server -f host_key; cp known_hosts known_hosts.before'
start_sshd
setup client 'mv known_hosts.before known_hosts'
on client 'ssh -F ssh_config server id -un 2>&1 | grep -v SHA256'
expect '警告，并拒绝' contains "$output" 'REMOTE HOST IDENTIFICATION HAS CHANGED!'
expect '最后一句' contains "$output" 'Host key verification failed.'
note '只读：服务器控制台上看真的指纹，与警告里的比'
setup client 'ssh -F ssh_config server true 2>&1 | grep -oE "SHA256:[A-Za-z0-9+/]+" | head -n 1 >warned'
on server '[ "$(ssh-keygen -lf host_key.pub | cut -d" " -f2)" = "$(cat warned)" ] && echo 相同'
expect '是我们自己的服务器' [ "$output" = 相同 ]
on client 'ssh-keygen -R 10.9.0.1 -f known_hosts 2>&1 | grep -v "^#"'
on client 'ssh -F ssh_config -o StrictHostKeyChecking=accept-new server id -un'
expect '删掉旧的一条就能登' contains "$output" app
note '二、私钥别人能读'
setup client 'chmod 0644 id'
on client 'ssh -F ssh_config server id -un'
expect '警告' contains "$output" 'UNPROTECTED PRIVATE KEY FILE!'
expect '这把钥匙不用，于是拒绝' contains "$output" 'Permission denied (publickey)'
on client 'chmod 600 id; ssh -F ssh_config server id -un'
expect '收紧就能登' [ "$output" = app ]
note '三、私钥文件坏了：最后一行没有换行'
setup client 'cp id id.whole; head -c -1 id.whole >id; chmod 600 id'
on client 'ssh -F ssh_config server id -un'
expect '读不了' contains "$output" 'Load key "/run/example/id"'
on client 'sed "s/$/\r/" id.whole >id; ssh -F ssh_config server id -un'
expect 'Windows 换行也是这一句' contains "$output" 'Load key "/run/example/id"'
on client 'sed -i "s/\r$//" id; ssh -F ssh_config server id -un'
expect '去掉回车就能登' [ "$output" = app ]
note '四、agent 里钥匙太多，轮不到对的那一把'
start_sshd 'MaxAuthTries 3'
setup client 'eval "$(ssh-agent -a /run/agent)" >/dev/null; export SSH_AUTH_SOCK=/run/agent; for n in 1 2 3 4; do ssh-keygen -q -t ed25519 -N "" -C "key $n" -f "agent$n"; ssh-add -q "agent$n"; done; sed "/IdentitiesOnly/d" ssh_config >agent_config'
on client 'export SSH_AUTH_SOCK=/run/agent; ssh -F agent_config server id -un 2>&1 | grep -oE "Too many authentication failures"'
expect '服务器数满次数就断' [ "$output" = 'Too many authentication failures' ]
on client 'export SSH_AUTH_SOCK=/run/agent; ssh-add -l | wc -l'
expect 'agent 里有四把，服务器只许三次' [ "$output" = 4 ]
on client 'export SSH_AUTH_SOCK=/run/agent; ssh -F agent_config -o IdentitiesOnly=yes server id -un'
expect '只用指定的那一把' [ "$output" = app ]
setup client 'SSH_AUTH_SOCK=/run/agent; pkill -xf "ssh-agent -a /run/agent"'
stop_sshd
