# Otherwise bob asks after alice some seconds later, and his question tells her the truth again.
setup bob 'ip neigh replace 192.168.1.1 lladdr 02:00:00:00:00:0a nud permanent dev eth0'
on alice 'cat /proc/sys/net/ipv4/neigh/eth0/locktime'
expect '默认 100，单位是百分之一秒' [ "$output" = 100 ]
setup alice 'ping -q -c 1 192.168.1.2'
sleep 1.5
note '两个应答相隔 0.2 秒：先 …:0c，后 …:0d'
on mallory 'python3 twice.py'
on alice 'ip neigh'
expect '第一个生效，第二个被忽略' contains "$output" 02:00:00:00:00:0c
note '换成两个免费 ARP'
sleep 1.5
on mallory 'python3 twice.py gratuitous'
on alice 'ip neigh'
expect '后到的生效：免费 ARP 不受这一秒限制' contains "$output" 02:00:00:00:00:0d
note 'locktime 改成 0，再发两个应答'
on alice 'sysctl -w net.ipv4.neigh.eth0.locktime=0'
sleep 1.5
on mallory 'python3 twice.py'
on alice 'ip neigh'
expect '后到的生效' contains "$output" 02:00:00:00:00:0d
