# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
start_nginx four.conf
on local 'sysctl net.ipv4.tcp_keepalive_time net.ipv4.tcp_keepalive_intvl net.ipv4.tcp_keepalive_probes'
expect '内核的默认值' contains "$output" 7200
background local 'exec python3 -c "import socket, time; held = [socket.create_connection((\"127.0.0.1\", port)) for port in range(8080, 8084)]; time.sleep(60)"'
holder=$pid
wait_for '[ "$(ip netns exec local ss -Htn state established "( sport >= 8080 and sport <= 8083 )" | wc -l)" -eq 4 ]' 10
on local 'for port in 8080 8081 8082 8083; do echo "$port $(ss -Htno state established "sport = $port" | grep -oE "timer:\(keepalive,[0-9]+(sec|min)" | sed -E "s/.*,//; s/(2[0-9]|30)sec/30 秒以内/; s/1[12][0-9]min/两小时以内/")"; done'
expect '不写和 off：没有定时器' contains "$output" $'8080 \n'
expect 'on：按系统的两小时' contains "$output" '8081 两小时以内'
expect '30s::10：30 秒' contains "$output" '8083 30 秒以内'
stop "$holder"
on local 'sed "s/so_keepalive=30s::10/so_keepalive=::/" four.conf >empty.conf; nginx -t -p $PWD -e error.log -c $PWD/empty.conf 2>&1 | grep -o "invalid so_keepalive value.*" | head -n1'
expect '三段全空：无效' contains "$output" invalid
on local 'sed "s/keepalive_timeout 300s;/so_keepalive on;/" four.conf >alone.conf; nginx -t -p $PWD -e error.log -c $PWD/alone.conf 2>&1 | grep -o "unknown directive.*" | head -n1'
expect '单独写成指令：不认识' contains "$output" 'so_keepalive'
stop_nginx
