# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
ready() { wait_for "ip netns exec $1 ss -Hltn 'sport = :$2' | grep -q ." 40; } # 主机 端口
setup local 'ip link set lo up'
on local 'haproxy -c -f before.cfg 2>&1 | grep -oE "could not resolve address .*|Failed to initialize server.*"'
expect '起不来' contains "$output" "could not resolve address 'app.invalid'"
note '流传的办法：只写 init-addr none，不写 resolvers'
setup local 'sed "s/check/init-addr none &/" before.cfg >none.cfg'
background local 'exec haproxy -db -f none.cfg'
ready local 8080
echo 127.0.0.1 >address
state='echo "show stat" | nc -N -U haproxy.sock | cut -d, -f1,2,18 | grep s1'
on local "$state; curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
expect '起来了，那一台永远是 MAINT' contains "$output" MAINT
stop "$pid"
note '加上 resolvers；DNS 还没有起来'
background local 'exec haproxy -db -f after.cfg'
haproxy=$pid
ready local 8080
on local "$state"
expect '先是 MAINT' contains "$output" MAINT
background local 'exec python3 -m http.server --bind 127.0.0.1 9001'
ready local 9001
background local 'exec python3 dns.py'
wait_for "ip netns exec local bash -c '$state' | grep -q 'UP$'" 40
on local "$state; curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
expect '解析出来就自己上线' contains "$output" 'app,s1,UP'
note '后端换到 127.0.0.2'
background local 'exec python3 -m http.server --bind 127.0.0.2 9001'
wait_for 'ip netns exec local ss -Hltn "src 127.0.0.2:9001" | grep -q .' 40
echo 127.0.0.2 >address
wait_for 'echo "show servers state app" | ip netns exec local nc -N -U haproxy.sock | grep -q 127.0.0.2' 40
on local 'bash look.sh'
expect '跟上了，不用重载' contains "$output" 127.0.0.2
stop "$haproxy"
