setup server 'echo ok >index.html'
background server 'exec python3 -m http.server 80'
wait_port server 80
setup client 'sysctl -qw net.ipv4.tcp_syn_retries=1' # give up after 3 seconds, not 131
on client 'iptables -P OUTPUT DROP'
on client "bash -c 'echo x >/dev/udp/10.9.0.1/514'"
expect 'UDP 报这一句：DNS、syslog、NTP 都这样' contains "$output" 'Operation not permitted'
on client 'ping -c 1 -W 1 10.9.0.1 | tail -n 2'
expect '新的 ping 不打印原因，只是没有回音' contains "$output" '100% packet loss'
on client "strace -e trace=sendto ping -c 1 -W 1 10.9.0.1 2>&1 | grep -o -- '-1 EPERM.*'"
expect '其实内核回了同一句' [ "$output" = '-1 EPERM (Operation not permitted)' ]
on client 'curl -sS http://10.9.0.1/ 2>&1 | grep -o "curl: (28)"'
expect 'TCP 只是超时，看不出是本机丢的' [ "$output" = 'curl: (28)' ]
on client "iptables -vnxL OUTPUT | head -n 1 | grep -oE 'policy DROP [0-9]+' | sed 's/[1-9][0-9]*/N/'"
expect '默认策略的计数在涨：丢在本机的 OUTPUT' [ "$output" = 'policy DROP N' ]
quiet client 'bash look.sh'
note '放行'
apply client open.sh
on client 'ping -q -c 1 -W 1 10.9.0.1 | grep received'
expect 'ping 通了' contains "$output" ' 0% packet loss'
on client 'curl -sS http://10.9.0.1/'
expect 'TCP 也通了' [ "$output" = ok ]
note '看起来像的另一句：没有发 ping 的权限，与防火墙无关'
setup client 'cp "$(command -v ping)" ./ping' # a copy has no file capabilities
on client 'setpriv --reuid 33 --regid 33 --clear-groups ./ping -c 1 -W 1 10.9.0.1'
expect '这一句是 socket 说的，一个包也没有发' contains "$output" 'socket: Operation not permitted'
