# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
note '宿主机 server 上：一个网桥，一对 veth，一头放进容器的网络命名空间 c1'
# Not apply: `ip netns exec` has a mount namespace of its own, which would keep the name c1 to itself.
typed() {
    sed -e '/^#/d' -e '/^$/d' -e 's/^/server# /' "$1"
    nsenter --net=/run/netns/server bash -e "$1"
}
typed network.sh
background c1 'python3 -m http.server 80'
wait_port c1 80
on server 'curl -s -o /dev/null -w "%{http_code}\n" http://172.18.0.2/'
expect '宿主机能直接访问容器' [ "$output" = 200 ]
background client 'python3 -m http.server 80'
wait_port client 80
on c1 'curl -s -m 2 http://10.9.0.2/'
expect '容器还出不去：外面不认识 172.18.0.2' [ "$status" -eq 28 ]
apply server nat.sh
background client 'exec nc -n -v -l 9000'
client_log=$log
wait_port client 9000
on c1 'echo hi | nc -n -N -w 5 10.9.0.2 9000'
wait_for "grep -q Connection $client_log"
expect '能出去了，对方看到的是宿主机的地址 10.9.0.1' grep -q '10.9.0.1' "$client_log"
on client 'curl -s -o /dev/null -w "%{http_code}\n" http://10.9.0.1:8088/'
expect '外面经 8088 访问到容器' [ "$output" = 200 ]
typed undo.sh
on server 'ip -br link | grep -cE "br0|v1"; iptables -t nat -S | grep -cE "MASQUERADE|DNAT"; ip netns | grep -c "^c1"'
expect '什么也没有留下' [ "$(tr -d '\n' <<<"$output")" = 000 ]
