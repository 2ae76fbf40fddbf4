note 'UDP 9999 没有程序在听'
send='for n in 1 2 3; do echo x | nc -u -q 0 10.9.0.1 9999; done'
setup client "$send"
wait_for 'ip netns exec server nstat -asz UdpNoPorts | grep -q "UdpNoPorts *3"'
on server 'nstat -z UdpNoPorts'
expect '第一次：从开机起共 3 个' grep -q 'UdpNoPorts  *3 ' <<<"$output"
on server 'nstat -z UdpNoPorts'
expect '再敲一次：这期间新增 0 个' grep -q 'UdpNoPorts  *0 ' <<<"$output"
setup client 'echo x | nc -u -q 0 10.9.0.1 9999'
wait_for 'ip netns exec server nstat -asz UdpNoPorts | grep -q "UdpNoPorts *4"'
on server 'nstat -asz UdpNoPorts'
expect '-a 报总数，-s 不更新记录' grep -q 'UdpNoPorts  *4 ' <<<"$output"
on server 'nstat -z UdpNoPorts'
expect '新增 1 个' grep -q 'UdpNoPorts  *1 ' <<<"$output"
note '同一个数在 /proc/net/snmp'
on server "awk '/^Udp:/ {print \$3}' /proc/net/snmp | xargs"
expect '4 个' [ "$output" = 'NoPorts 4' ]
