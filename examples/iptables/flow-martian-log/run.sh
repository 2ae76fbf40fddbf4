# The kernel's log is one for the whole machine: only lines of this run count.
cut -d' ' -f1 /proc/uptime >since
setup server 'ip link add away0 type veth peer name away1; ip link set away0 up; ip link set away1 up; ip route add 10.7.0.0/24 dev away0'
setup client 'ip addr add 10.7.0.2/32 dev eth0'
setup server 'sysctl -qw net.ipv4.conf.all.rp_filter=0 net.ipv4.conf.eth0.rp_filter=1'
setup client 'ping -q -c 1 10.9.0.1; ip neigh change 10.9.0.1 dev eth0 nud permanent'
note '默认不记。打开记录，再让 10.7.0.2 的包从 eth0 进来：回它的路在另一块网卡上'
apply server log.sh
quiet client 'ping -q -c 2 -i 0.2 -W 1 -I 10.7.0.2 10.9.0.1'
expect '不通' [ "$status" -eq 1 ]
# 内核限制这类日志的速度，各个命名空间一起算：没有记上就再发一个
until bash seen.sh | grep -q 'martian source'; do setup client '! ping -q -c 1 -W 1 -I 10.7.0.2 10.9.0.1'; done
on server 'bash seen.sh | grep 10.7.0.2'
expect '源地址不对：反向路径过滤' contains "$output" 'martian source 10.9.0.1 from 10.7.0.2, on dev eth0'
on server 'sysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.eth0.rp_filter'
expect '取两个里大的：1，严格' contains "$output" 'eth0.rp_filter = 1'
note '补上回程的路由，严格模式也放行'
on server 'ip route add 10.7.0.2/32 dev eth0'
quiet client 'ping -q -c 1 -W 1 -I 10.7.0.2 10.9.0.1'
expect '通了' [ "$status" -eq 0 ]

note '另一句：目的地址不对，DNAT 到了 127.0.0.1'
setup server 'echo ok >index.html'
background server 'exec python3 -m http.server -b 127.0.0.1 8000'
wait_port server 8000
on server 'iptables -t nat -A PREROUTING -p tcp --dport 8080 -j DNAT --to-destination 127.0.0.1:8000'
on client 'curl -s -m 2 http://10.9.0.1:8080/'
expect '超时' [ "$status" -eq 28 ]
until bash seen.sh | grep -q 'martian destination'; do setup client '! curl -s -m 2 http://10.9.0.1:8080/'; done
on server 'bash seen.sh | grep destination'
expect '从网卡进来、目的是环回的包一律丢' contains "$output" 'martian destination 127.0.0.1 from 10.9.0.2, dev eth0'
note '转到进来的网卡自己的地址，程序也听在那里'
on server 'iptables -t nat -R PREROUTING 1 -p tcp --dport 8080 -j REDIRECT --to-ports 8001'
background server 'exec python3 -m http.server -b 10.9.0.1 8001'
wait_port server 8001
on client 'curl -s -m 3 http://10.9.0.1:8080/'
expect '通了' [ "$output" = ok ]
