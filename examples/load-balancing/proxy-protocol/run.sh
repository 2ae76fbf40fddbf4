# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
ready() { wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ." 40; } # 主机 端口
start_nginx web.conf 9001
# front 写在 server 后面的：起一个 HAProxy
front() {
    sed "s/ SEND/ $1/" front.cfg >now.cfg
    background local 'exec haproxy -db -f now.cfg'
    ready local 8080
}
until_state() { wait_for "echo 'show stat' | ip netns exec local nc -N -U haproxy.sock | cut -d, -f2,18 | grep -q 's1,$1'" 20; }
said='cat -v error.log | grep -oE "broken header: \"[^\"]{1,14}|while reading PROXY protocol" | sort -u'
note '直接访问要 PROXY 头的端口'
on local "curl -s http://127.0.0.1:9001/; echo 退出码 \$?; $said"
expect '连接被断开，日志里是它读到的内容' contains "$output" 'broken header: "GET / HTTP/1.1'
: >error.log
on local "printf '\x16\x03\x01\x02\x00\x01' | nc -N 127.0.0.1 9001; $said"
expect '引号里是乱码，来的是 TLS' contains "$output" broken
note '后端要，前面没有发'
: >error.log
front ''
until_state DOWN
on local "$said; curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
expect '检查也过不了，503' contains "$output" 503
stop "$pid"
note '前面发，端口写了 9002，后端不认'
sed -i 's/9001/9002/' front.cfg
front send-proxy
until_state DOWN
on local "grep -oE 'Layer7 wrong status, code: [0-9]+' $log | head -n 1"
expect '后端答 400' contains "$output" 400
stop "$pid"
note '两边都说好'
sed -i 's/9002/9001/' front.cfg
front 'send-proxy-v2'
until_state UP
on local 'curl -s --interface 127.0.0.7 http://127.0.0.1:8080/'
expect '检查也带 PROXY 头，后端拿到真的客户端地址' [ "$output" = 127.0.0.7 ]
stop "$pid"
note '检查另走一个不带 PROXY 头的端口'
front 'send-proxy-v2 port 9002'
until_state UP
on local 'curl -s --interface 127.0.0.7 http://127.0.0.1:8080/'
expect '也可以' [ "$output" = 127.0.0.7 ]
stop "$pid"
stop_nginx
