# Otherwise bob asks after alice some seconds later, and his question tells her the truth again.
setup bob 'ip neigh replace 192.168.1.1 lladdr 02:00:00:00:00:0a nud permanent dev eth0'
setup mallory 'sysctl -w net.ipv4.ip_nonlocal_bind=1'
note '默认 arp_accept=0'
on alice 'sysctl net.ipv4.conf.eth0.arp_accept'
expect '默认是 0' contains "$output" '= 0'
on mallory 'arping -q -A -c 1 -I eth0 192.168.1.50'
on alice 'ip neigh'
expect '没听说过的地址：不新增' [ -z "$output" ]
setup alice 'ping -q -c 1 192.168.1.2'
sleep 1.5 # locktime
on mallory 'arping -q -A -c 1 -I eth0 192.168.1.2'
on alice 'ip neigh | cut -d" " -f1-5'
expect '已有的条目：照样被改' [ "$output" = '192.168.1.2 dev eth0 lladdr 02:00:00:00:00:0c' ]
note '打开以后'
on alice 'sysctl -w net.ipv4.conf.eth0.arp_accept=1'
on mallory 'arping -q -A -c 1 -I eth0 192.168.1.50'
on alice 'ip neigh show 192.168.1.50 | cut -d" " -f1-5'
expect '没听说过的地址也记下' [ "$output" = '192.168.1.50 dev eth0 lladdr 02:00:00:00:00:0c' ]
