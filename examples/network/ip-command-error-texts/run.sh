note '网关不在任何一块网卡的网段里'
on client 'ip route add default via 10.8.0.1'
expect 'Nexthop has invalid gateway' contains "$output" 'Nexthop has invalid gateway'
on client 'ip -br -4 addr show eth0 | xargs -n 1 | grep 10.9.0.2'
expect '网段是 10.9.0.0/24' contains "$output" '10.9.0.2/24'
on client 'ip route add default via 10.9.0.1; ip route get 192.0.2.1 | head -n 1'
expect '写对网关就加上了' contains "$output" 'via 10.9.0.1'
note '再加一遍'
on client 'ip route add default via 10.9.0.1'
expect 'File exists' contains "$output" 'File exists'
on client 'ip route replace default via 10.9.0.1'
expect '脚本里用 replace，有就换掉' [ "$status" -eq 0 ]
note '删一条没有的'
on client 'ip route del 172.16.0.0/12'
expect 'No such process' contains "$output" 'No such process'
note '地址已经配过'
on client 'ip addr add 10.9.0.2/24 dev eth0'
expect '两代的说法不同，都是已经有了' bash -c '[[ $1 == *"File exists"* || $1 == *"Address already assigned"* ]]' _ "$output"
on client 'ip addr replace 10.9.0.2/24 dev eth0'
expect '同样用 replace' [ "$status" -eq 0 ]
note '网卡的名字写错；网卡没有启用'
on client 'ip route add 172.16.0.0/12 dev eth9'
expect 'Cannot find device' contains "$output" 'Cannot find device "eth9"'
on client 'ip link set eth0 down; ip route add 172.16.0.0/12 via 10.9.0.1'
expect '启用之前，连网关都够不着' [ "$status" -ne 0 ]
on client 'ip link set eth0 up; ip route add 172.16.0.0/12 via 10.9.0.1; ip route show 172.16.0.0/12'
expect '启用就好' contains "$output" 'via 10.9.0.1'
on client 'ip route show default'
expect '默认路由却没有回来：网卡停用时它就没了' [ -z "$output" ]
