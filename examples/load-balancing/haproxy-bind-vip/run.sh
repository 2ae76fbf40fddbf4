# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# server 是备机，VIP 10.9.0.100 在别的机器上
ready() { wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ." 40; } # 主机 端口
said='grep -oE "cannot bind socket \([A-Za-z ]+\).*"'
on server "haproxy -c -f haproxy.cfg; echo 退出码 \$?"
expect '检查配置看不出来' contains "$output" '退出码 0'
on server "haproxy -db -f haproxy.cfg 2>&1 | $said"
expect '起不来' contains "$output" 'cannot bind socket (Cannot assign requested address) for [10.9.0.100:8080]'
on server 'bash look.sh'
expect '地址不在这台，也不许绑' [ "$output" = 'net.ipv4.ip_nonlocal_bind = 0' ]
note '端口被占是另一个词'
background server 'exec python3 -c "import signal, socket; listener = socket.create_server((\"\", 8080)); signal.pause()"'
ready server 8080
on server "sed s/10.9.0.100/10.9.0.1/ haproxy.cfg >own.cfg; haproxy -db -f own.cfg 2>&1 | $said"
expect '括号里是 Address already in use' contains "$output" 'Address already in use'
stop "$pid"
note '允许绑不在本机的地址'
on server 'sysctl -w net.ipv4.ip_nonlocal_bind=1'
background server 'exec haproxy -db -f haproxy.cfg'
ready server 8080
expect '起来了，等着 VIP' kill -0 "$pid"
note 'VIP 漂过来'
on server 'ip addr add 10.9.0.100/24 dev eth0'
on client 'curl -s -m 30 http://10.9.0.100:8080/; echo'
expect '立刻能用，不用再起 HAProxy' [ "$output" = ok ]
stop "$pid"
note '不改内核参数：只给这一行写 transparent'
on server 'ip addr del 10.9.0.100/24 dev eth0; sysctl -qw net.ipv4.ip_nonlocal_bind=0; sed "s/8080/& transparent/" haproxy.cfg >transparent.cfg'
background server 'exec haproxy -db -f transparent.cfg'
ready server 8080
expect '也起得来' kill -0 "$pid"
stop "$pid"
