mkdir -p /run/sshd
setup server 'ssh-keygen -q -t ed25519 -N "" -f host_key && ssh-keygen -q -t ed25519 -N "" -f id && cp id.pub keys'
setup server 'printf "Port 22\nHostKey %s/host_key\nAuthorizedKeysFile %s/keys\nStrictModes no\nPermitRootLogin prohibit-password\nUsePAM no\nPidFile none\n" "$PWD" "$PWD" >sshd_config'
background server "exec $(command -v sshd) -D -e -f $PWD/sshd_config"
wait_port server 22
# Without segmentation offload every packet on the cable is as big as on a real one.
setup client 'ip link set eth0 gso_max_segs 1'
setup server 'ip link set eth0 gso_max_segs 1'
printf '%s\n' "IdentityFile $PWD/id" 'BatchMode yes' 'StrictHostKeyChecking no' 'UserKnownHostsFile /dev/null' 'LogLevel ERROR' >all.conf
cat few.conf all.conf >both.conf
ssh='ssh -F all.conf'
on client "timeout 60 $ssh 10.9.1.2 echo 登录成功"
expect '本来是好的' [ "$output" = 登录成功 ]
note '中间一段只过得去 1400 字节，路由器又不许发“需要分片”'
on router 'ip link set eth1 mtu 1400'
on router 'iptables -A OUTPUT -p icmp --icmp-type fragmentation-needed -j DROP'
on client "timeout 15 $ssh -v 10.9.1.2 true 2>&1 | tail -n 1"
expect '停在第一个大包' contains "$output" 'expecting SSH2_MSG_KEX_ECDH_REPLY'
on client "bash look.sh | grep -E 'received|Frag'"
expect '1400 字节通，1500 字节没有任何回音' [ "$(grep -o ' [01]* received' <<<"$output" | xargs)" = '1 received 0 received' ]
note '流传的办法：把算法写少，第一个包变小，碰巧登录上了；一传数据又停'
on client "timeout 60 ssh -F both.conf 10.9.1.2 echo 登录成功"
expect '碰巧好了' [ "$output" = 登录成功 ]
setup client 'head -c 100000 /dev/zero >data'
on client "exec timeout -s KILL 8 ssh -F both.conf 10.9.1.2 'wc -c' <data"
expect '传 100 kB：还是停住，8 秒后被杀' [ "$status" -eq 137 ]
note '网关上夹小 MSS'
apply router clamp.sh
on client "timeout 60 $ssh 10.9.1.2 echo 登录成功"
expect '不改算法也登录得上' [ "$output" = 登录成功 ]
on client "timeout -s KILL 60 $ssh 10.9.1.2 'wc -c' <data"
expect '数据也过得去' [ "$output" = 100000 ]
