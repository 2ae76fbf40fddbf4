note 'mallory 没有 alice 的条目'
on alice 'ping -q -c 1 192.168.1.2'
on mallory 'ip neigh'
expect '听到 alice 的广播，没有新增' [ -z "$output" ]
note 'mallory 有了 alice 的条目'
setup mallory 'ping -q -c 1 192.168.1.1'
on mallory 'ip neigh'
expect '旧 MAC 是 …:0a' contains "$output" 02:00:00:00:00:0a
sleep 1.5 # locktime: for one second the entry takes no other address
note 'alice 换了网卡，又去问 bob'
on alice 'ip link set eth0 address 02:00:00:00:00:99; ip neigh flush all; ping -q -c 1 192.168.1.2'
on mallory 'ip neigh'
expect '条目改成新 MAC，状态 STALE' [ "$(xargs <<<"$output")" = '192.168.1.1 dev eth0 lladdr 02:00:00:00:00:99 STALE' ]
