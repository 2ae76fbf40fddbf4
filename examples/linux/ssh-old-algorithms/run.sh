# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
note '一台只会旧算法的服务器，像老的交换机、老的 CentOS'
start_sshd 'KexAlgorithms diffie-hellman-group14-sha1'
on client 'ssh -F ssh_config server id -un 2>&1 | sed "s/,.*//"'
expect '原文和对方会的' contains "$output" 'no matching key exchange method found. Their offer: diffie-hellman-group14-sha1'
on client 'ssh -Q kex | grep -x diffie-hellman-group14-sha1; ssh -G -F ssh_config server 2>/dev/null | grep ^kexalgorithms | grep -c group14-sha1 || true'
expect '客户端会，只是默认不用' [ "$output" = $'diffie-hellman-group14-sha1\n0' ]
on client 'ssh -F ssh_config -o KexAlgorithms=+diffie-hellman-group14-sha1 server id -un'
expect '只对这一台放开' [ "$output" = app ]
note '主机密钥只有 RSA，签名只会 SHA-1'
setup server 'rm host_key host_key.pub known_hosts*; ssh-keygen -q -t rsa -b 2048 -N "" -C server -f host_key'
start_sshd 'HostKeyAlgorithms ssh-rsa'
on client 'ssh -F ssh_config server id -un'
expect '原文' contains "$output" 'no matching host key type found. Their offer: ssh-rsa'
on client 'ssh -F ssh_config -o HostKeyAlgorithms=+ssh-rsa server id -un'
expect '只对这一台放开' [ "$output" = app ]
note '你的密钥是 RSA，旧服务器只验 SHA-1 的签名'
setup client 'ssh-keygen -q -t rsa -b 2048 -N "" -C app -f rsa; cat rsa.pub >>/home/app/.ssh/authorized_keys; sed s,/id$,/rsa, ssh_config >rsa_config'
start_sshd 'PubkeyAcceptedAlgorithms ssh-rsa'
on client 'ssh -F rsa_config server id -un'
expect '最后只说拒绝' contains "$output" 'Permission denied (publickey)'
quiet client 'ssh -v -F rsa_config server id -un'
expect '要 -v 才看得到：新客户端不给这把钥匙，或者给了 SHA-2 的签名' grep -qE 'not supported by server|Offering public key: .* RSA' <<<"$output"
on server '/usr/sbin/sshd -T -f sshd_config | grep ^pubkeyacceptedalgorithms'
expect '服务器只认 ssh-rsa，也就是 SHA-1' contains "$output" 'pubkeyacceptedalgorithms ssh-rsa'
on client 'ssh -F rsa_config -o PubkeyAcceptedAlgorithms=ssh-rsa server id -un'
expect '只对这一台放开；更好的是换一把 ed25519' [ "$output" = app ]
stop_sshd
