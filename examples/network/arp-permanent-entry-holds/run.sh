# Otherwise bob asks after alice some seconds later, and his question tells her the truth again.
setup bob 'ip neigh replace 192.168.1.1 lladdr 02:00:00:00:00:0a nud permanent dev eth0'
setup mallory 'sysctl -w net.ipv4.ip_nonlocal_bind=1'
setup alice 'ping -q -c 1 192.168.1.2'
sleep 1.5 # locktime
note '没有静态绑定：mallory 冒充 192.168.1.2'
on mallory 'arping -q -A -c 1 -I eth0 192.168.1.2'
on alice 'ip neigh | cut -d" " -f1-5; ping -q -c 1 -W 1 192.168.1.2'
expect '条目变成 mallory 的 MAC' contains "$output" 02:00:00:00:00:0c
expect '不通' contains "$output" '100% packet loss'
note '静态绑定以后再来一次'
apply alice pin.sh
sleep 1.5 # locktime
on mallory 'arping -q -A -c 1 -I eth0 192.168.1.2'
on alice 'ip neigh; ping -q -c 1 -W 1 192.168.1.2; arp -n'
expect '条目不变' contains "$output" '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0b PERMANENT'
expect '通' contains "$output" ' 0% packet loss'
expect '老命令用 CM 表示静态' grep -q '02:00:00:00:00:0b *CM ' <<<"$output"
note '撤销；老命令的写法；连字符的写法'
on alice 'ip neigh del 192.168.1.2 dev eth0; ip neigh'
expect '删掉了' [ -z "$output" ]
on alice 'arp -s 192.168.1.2 02:00:00:00:00:0b; ip neigh; arp -d 192.168.1.2; ip neigh'
expect 'arp -s 也是 PERMANENT，arp -d 删掉' [ "$(xargs <<<"$output")" = '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0b PERMANENT' ]
on alice 'ip neigh replace 192.168.1.2 lladdr 02-00-00-00-00-0b nud permanent dev eth0'
expect 'Linux 只认冒号' [ "$status" -ne 0 ]
