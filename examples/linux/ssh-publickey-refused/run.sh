# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/linux/ssh-publickey-refused/ssh.sh
. ./ssh.sh
reason() {
    wait_for "grep -qE '$1' sshd.log"
    on server "grep -oE '$1.*' sshd.log | sed -E 's/ port [0-9]+//' | head -n 1"
}
start_sshd
on client 'ssh -F ssh_config server id -un'
expect '开始是好的' [ "$output" = app ]
note '一、家目录别人能写'
setup server 'chmod o+w /home/app'
on client 'ssh -F ssh_config server id -un'
expect '客户端只说拒绝' contains "$output" 'Permission denied (publickey)'
reason 'Authentication refused'
expect '服务器的日志说得出是哪个目录' contains "$output" 'bad ownership or modes for directory /home/app'
on server 'namei -m /home/app/.ssh/authorized_keys'
expect 'namei 一级一级列出权限' contains "$output" 'drwxr-xrwx app'
on server 'chmod o-w /home/app'
on client 'ssh -F ssh_config server id -un'
expect '收回别人的写权限就能登' [ "$output" = app ]
note '二、authorized_keys 不是这个用户的，他读不了'
setup server 'chown root /home/app/.ssh/authorized_keys; chmod 600 /home/app/.ssh/authorized_keys'
start_sshd
on client 'ssh -F ssh_config server id -un'
expect '还是那一句' contains "$output" 'Permission denied (publickey)'
reason 'Could not open .*authorized keys'
expect '日志：打不开' contains "$output" 'Permission denied'
on server 'chown app: /home/app/.ssh/authorized_keys'
on client 'ssh -F ssh_config server id -un'
expect '改回属主就能登' [ "$output" = app ]
note '三、配置里只许别的用户'
start_sshd 'AllowUsers deploy'
on client 'ssh -F ssh_config server id -un'
expect '还是那一句' contains "$output" 'Permission denied (publickey)'
reason 'User app from'
expect '日志：不在 AllowUsers 里' contains "$output" 'not allowed because not listed in AllowUsers'
on server '/usr/sbin/sshd -T -f sshd_config | grep -iE "^(allowusers|pubkeyauthentication|authorizedkeysfile)"'
expect 'sshd -T 打印真正生效的值' contains "$output" 'allowusers deploy'
start_sshd 'AllowUsers deploy app'
on client 'ssh -F ssh_config server id -un'
expect '加上 app 就能登' [ "$output" = app ]
note '四、客户端拿的不是那把钥匙'
setup client 'ssh-keygen -q -t ed25519 -N "" -C other -f other; sed s,/id$,/other, ssh_config >other_config'
start_sshd
on client 'ssh -F other_config server id -un'
expect '还是那一句' contains "$output" 'Permission denied (publickey)'
on client 'ssh -v -F other_config server true 2>&1 | grep -oE "(Offering public key: [^ ]+|Authentications that can continue: .*|No more authentication methods.*)"'
expect 'ssh -v 说给了哪一把' contains "$output" 'Offering public key: /run/example/'
on client 'for key in id other; do ssh-keygen -lf $key.pub | grep -oE "[^ ]+ \([A-Z0-9]+\)$"; done; grep -c "$(cut -d" " -f2 other.pub)" /home/app/.ssh/authorized_keys'
expect '服务器上没有这一把的公钥' [ "${output##*$'\n'}" = 0 ]
on server 'cat other.pub >>/home/app/.ssh/authorized_keys'
on client 'ssh -F other_config server id -un'
expect '加上它的公钥就能登' [ "$output" = app ]
stop_sshd
