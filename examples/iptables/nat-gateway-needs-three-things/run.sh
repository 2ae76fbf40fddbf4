note 'server 代表外网：它没有回 10.9.0.0/24 的路由'
setup server 'ip route del default'
setup router 'sysctl -qw net.ipv4.ip_forward=0'
ping='ping -qnc 1 -W 1 10.9.1.2'
apply router rules.sh
on client "$ping"
expect '三件齐全：通' [ "$status" -eq 0 ]
note '缺 ip_forward'
on router 'sysctl -w net.ipv4.ip_forward=0'
quiet client "$ping"
expect '不通' [ "$status" -eq 1 ]
setup router 'sysctl -w net.ipv4.ip_forward=1'
note '缺 FORWARD 放行'
on router 'iptables -D FORWARD 2'
quiet client "$ping"
expect '不通' [ "$status" -eq 1 ]
setup router 'iptables -A FORWARD -i eth0 -o eth1 -s 10.9.0.0/24 -j ACCEPT'
note '缺 MASQUERADE'
on router 'iptables -t nat -F POSTROUTING'
quiet client "$ping"
expect '不通' [ "$status" -eq 1 ]
setup router 'iptables -t nat -A POSTROUTING -s 10.9.0.0/24 -o eth1 -j MASQUERADE'
note '补齐'
quiet client "$ping"
expect '又通了' [ "$status" -eq 0 ]
