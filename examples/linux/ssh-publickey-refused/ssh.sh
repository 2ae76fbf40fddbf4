# 借给别的示例：在主机 server 上起一个真的 sshd，用户 app 的密钥在 id。配置在 sshd_config，日志在 sshd.log。
# shellcheck shell=bash
# start_sshd 可以再给几行配置；sshd 已经在跑就先停掉它。
start_sshd() {
    if [ ! -e host_key ]; then
        ssh-keygen -q -t ed25519 -N '' -C server -f host_key
        ssh-keygen -q -t ed25519 -N '' -C app -f id
        useradd -m -s /bin/bash app
        chmod 0755 /home/app
        install -d -o app -g app -m 0700 /home/app/.ssh
        install -o app -g app -m 0600 id.pub /home/app/.ssh/authorized_keys
        mkdir -p /run/sshd
        # OpenSSH 9.8 起按来源处罚失败，示例里故意失败好几次，所以关掉；ssh-source-penalty 自己写 penalties=。
        penalties=${penalties-$(/usr/sbin/sshd -T -f /dev/null -h host_key | grep -q '^persourcepenalties ' && echo 'PerSourcePenalties no')}
    fi
    printf '10.9.0.1 %s\n' "$(cut -d' ' -f1,2 host_key.pub)" >>known_hosts
    stop_sshd
    printf '%s\n' "HostKey $PWD/host_key" 'PidFile none' 'UsePAM yes' 'KbdInteractiveAuthentication no' 'PasswordAuthentication no' "$penalties" "$@" >sshd_config
    : >sshd.log
    ip netns exec server /usr/sbin/sshd -D -e -f "$PWD/sshd_config" >>sshd.log 2>&1 </dev/null &
    sshd_pid=$!
    echo "$sshd_pid" >sshd.pid
    wait_port server 22
}

stop_sshd() {
    [ -n "${sshd_pid:-}" ] || return 0
    stop "$sshd_pid"
    sshd_pid=''
}

# 客户端的配置：不读这台机器的 known_hosts，不问问题。
cat >ssh_config <<'CONFIG'
Host server
    HostName 10.9.0.1
    User app
    IdentityFile /run/example/id
    IdentitiesOnly yes
    BatchMode yes
    UserKnownHostsFile /run/example/known_hosts
    GlobalKnownHostsFile /dev/null
    StrictHostKeyChecking yes
CONFIG
