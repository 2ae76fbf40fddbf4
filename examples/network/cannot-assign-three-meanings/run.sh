nginx="nginx -p $PWD -e error.log -g 'user root;' -c"
note '一、bind：要听的地址不在这台机器上'
on server "$nginx $PWD/vip.conf"
expect 'nginx 起不来' contains "$output" 'bind() to 10.9.0.100:80 failed (99: Cannot assign requested address)'
on server "ip -br -4 addr show eth0 | awk '{print \$3}'"
expect '网卡上没有 10.9.0.100' lacks "$output" 10.9.0.100
note '写错了就改地址；是会漂移过来的 VIP，就允许先绑定'
on server 'sysctl -w net.ipv4.ip_nonlocal_bind=1'
on server "$nginx $PWD/vip.conf"
expect '起来了' [ "$status" -eq 0 ]
setup server 'ip addr add 10.9.0.100/32 dev eth0'
on client 'curl -s -m 3 http://10.9.0.100/'
expect 'VIP 一到就能用' [ "$output" = vip ]

note '二、connect：去同一个目标的本地端口用完了'
setup client "sysctl -qw net.ipv4.ip_local_port_range='20000 20003'"
background server 'exec python3 -m http.server 8000'
wait_port server 8000
background client 'exec python3 hold.py'
held=$log
wait_for "grep -q 建成 $held"
show "$held"
expect '第五条起报同一句' grep -qx '第 5 条：\[Errno 99\] Cannot assign requested address' "$held"
on client "ss -Htan 'dst 10.9.0.1:8000' | wc -l; sysctl -n net.ipv4.ip_local_port_range"
expect '四条连接，端口也只有四个' [ "$(xargs <<<"$output")" = '4 20000 20003' ]
on client "sysctl -w net.ipv4.ip_local_port_range='20000 60999'; curl -s -m 3 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8000/"
expect '放宽就能连' contains "$output" 200

note '三、连 ::1：这台机器（容器）没有启用 IPv6'
on client "bash -c '</dev/tcp/::1/8080'"
expect '程序报同一句' contains "$output" 'Cannot assign requested address'
background server 'exec python3 -m http.server -b 127.0.0.1 8080'
wait_port server 8080
on server "$nginx $PWD/proxy.conf; curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:81/; grep -o 'connect() to .* while connecting' error.log"
expect 'nginx 回 502，日志里是同一句' contains "$output" 'connect() to [::1]:8080 failed (99: Cannot assign requested address) while connecting'
on server "cat /proc/net/if_inet6 | wc -l"
expect '一个 IPv6 地址也没有' [ "$output" = 0 ]
worker=$(pgrep -P "$(cat proxy.pid)")
on server "sed -i 's/\[::1\]/127.0.0.1/' proxy.conf; $nginx $PWD/proxy.conf -s reload"
wait_for "! kill -0 $worker" 20
on server "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:81/"
expect '写明 127.0.0.1 就好了' [ "$output" = 200 ]
