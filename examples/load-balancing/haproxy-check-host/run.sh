# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
ready() { wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ." 40; } # 主机 端口
start_nginx app.conf 9001
start() {
    background local "exec haproxy -db -f $1"
    ready local 8080
}
start before.cfg
on local 'curl -s -H "Host: app.example.test" http://127.0.0.1:9001/'
expect '直接访问后端是好的' [ "$output" = app ]
wait_for "grep -q 'is DOWN' $log" 40
on local "grep -ohE 'Server app/s1 is DOWN, reason: [^.]*, code: [0-9]+, info: \"[A-Za-z ]+\"|backend .app. has no server available' $log; curl -s -o /dev/null -w '%{http_code}\n' -H 'Host: app.example.test' http://127.0.0.1:8080/"
expect '被摘掉了，客户端得到 503' contains "$output" 'Layer7 wrong status, code: 404'
on local 'bash look.sh | tr -d "\r" | sed -E "s/^ +[0-9]+ //"'
expect '检查是 HTTP/1.0，没有 Host' contains "$output" 'host=- 404'
stop "$pid"
note '流传的办法：去掉 httpchk，只看端口'
setup local "sed '/httpchk/d' before.cfg >tcp.cfg; sed 's,/healthz { return 200,/healthz { return 500,' app.conf >broken.conf"
stop_nginx
start_nginx broken.conf 9001
start tcp.cfg
wait_for 'echo "show stat" | ip netns exec local nc -N -U haproxy.sock | cut -d, -f1,2,18,37 | sed "s/[*] //" | grep -q "app,s1,UP,L4OK"' 40
on local 'echo "show stat" | nc -N -U haproxy.sock | cut -d, -f1,2,18,37 | sed "s/[*] //" | grep s1; curl -s -o /dev/null -w "%{http_code}\n" -H "Host: app.example.test" http://127.0.0.1:8080/healthz'
expect '应用坏了（500），照样算好' contains "$output" 'UP,L4OK'
stop "$pid"
stop_nginx
note '检查里写上 Host'
start_nginx app.conf 9001
start after.cfg
wait_for 'echo "show stat" | ip netns exec local nc -N -U haproxy.sock | cut -d, -f1,2,18,37 | sed "s/[*] //" | grep -q "app,s1,UP,L7OK"' 40
on local 'curl -s -H "Host: app.example.test" http://127.0.0.1:8080/'
expect '好了' [ "$output" = app ]
stop "$pid"
stop_nginx
