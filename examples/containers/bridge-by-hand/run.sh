# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
ip netns add c1
setup server 'sysctl -qw net.ipv4.ip_forward=1'
note '宿主机 server 上：一个网桥，一对 veth，一头放进容器的网络命名空间 c1'
apply server network.sh
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
