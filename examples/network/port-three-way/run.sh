setup server 'mkdir www && echo ok >www/index.html'
# A program without a timeout of its own gives up after 3 seconds, not 131.
setup client 'sysctl -qw net.ipv4.tcp_syn_retries=1'
try() { # the three-way test of the page, on port 8080
    on client "$(sed '/^#/d' three-way.sh)"
}
listening() { on server "ss -Hltn 'sport = :8080' | awk '{print \$1, \$4}'"; }

note '一、没有人听'
listening
expect '服务端一行也没有' [ -z "$output" ]
try
expect '立刻被拒绝' contains "$output" 'Connection refused'
on client 'curl -sS http://10.9.0.1:8080/'
expect 'curl 的退出码是 7' [ "$status" -eq 7 ]

note '二、只听 127.0.0.1：客户端看来一模一样'
background server 'exec python3 -m http.server -b 127.0.0.1 -d www 8080'
wait_port server 8080
on server 'curl -sS http://127.0.0.1:8080/'
expect '本机是好的' [ "$output" = ok ]
try
expect '外面被拒绝' contains "$output" 'Connection refused'
listening
expect '看听的是哪个地址' [ "$output" = 'LISTEN 127.0.0.1:8080' ]
stop "$pid"
note '改成听所有地址'
background server 'exec python3 -m http.server -b 0.0.0.0 -d www 8080'
wait_port server 8080
listening
expect '换成了 0.0.0.0' [ "$output" = 'LISTEN 0.0.0.0:8080' ]
try
expect '通了' [ "$status" -eq 0 ]
on client 'curl -sS http://10.9.0.1:8080/'
expect 'curl 拿到页面' [ "$output" = ok ]

note '三、有人听，防火墙丢弃：没有回答，直到超时'
setup server 'iptables -P INPUT DROP && iptables -A INPUT -p tcp --dport 22 -j ACCEPT'
try
expect '超时' contains "$output" 'Connection timed out'
on client 'curl -sS -m 2 http://10.9.0.1:8080/'
expect 'curl 的退出码是 28' [ "$status" -eq 28 ]
listening
expect '端口还在听：不是程序的问题' [ "$output" = 'LISTEN 0.0.0.0:8080' ]
on server 'iptables -S INPUT'
expect '默认策略丢弃，没有放行 8080' lacks "$output" 8080
on server 'iptables -A INPUT -p tcp --dport 8080 -j ACCEPT'
try
expect '放行就通' [ "$status" -eq 0 ]

note '四、那台机器不在：等三次 ARP'
setup client 'sysctl -qw net.ipv4.tcp_syn_retries=6'
on client "timeout 9 bash -c '</dev/tcp/10.9.0.99/8080'"
expect '没有路由' contains "$output" 'No route to host'
on client 'ip neigh show 10.9.0.99'
expect '没有人应答' contains "$output" FAILED

note '五、本机没有去那里的路：一个包也没有发'
on client "timeout 5 bash -c '</dev/tcp/192.0.2.1/8080'"
expect '网络不可达' contains "$output" 'Network is unreachable'
on client 'ip route add default via 10.9.0.1; ip route get 192.0.2.1 | head -n 1'
expect '补上默认网关，就有路了' contains "$output" 'via 10.9.0.1'
