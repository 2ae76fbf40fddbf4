as_user='setpriv --reuid 33 --regid 33 --clear-groups'
nginx="nginx -p $PWD -e error.log -c $PWD/nginx.conf"
get() { on client "curl -s -m 3 http://10.9.0.1/"; }
note '1024 以下的端口只有特权进程能绑'
on server "$as_user $nginx"
expect '13：Permission denied' contains "$output" 'bind() to 10.9.0.1:80 failed (13: Permission denied)'
on server "sysctl net.ipv4.ip_unprivileged_port_start; $as_user grep CapEff /proc/self/status"
expect '从 1024 起才随便用，这个用户没有任何能力' contains "$output" 0000000000000000
on server "ss -Hltn 'sport = :80'"
expect '端口没有被占：不是 Address already in use' [ -z "$output" ]
note '一、只给这一项能力（systemd 单元里是 AmbientCapabilities=CAP_NET_BIND_SERVICE）'
on server "$as_user --inh-caps +net_bind_service --ambient-caps +net_bind_service $nginx"
expect '起来了' [ "$status" -eq 0 ]
wait_port server 80
get
expect '通' [ "$output" = ok ]
main=$(cat nginx.pid)
setup server "kill $main"
wait_for "! kill -0 $main"
note '二、降低这台机器（这个网络命名空间）的界线'
on server "sysctl -w net.ipv4.ip_unprivileged_port_start=80; $as_user $nginx"
expect '起来了' [ "$status" -eq 0 ]
wait_port server 80
get
expect '通' [ "$output" = ok ]
