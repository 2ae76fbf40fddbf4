background server 'python3 -m http.server 80'
wait_port server 80
apply server rules.sh
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect 'MAC 相符：放行' [ "$output" = 200 ]
on client 'ip link set dev eth0 address 02:00:00:00:00:99'
setup server 'ip neigh flush all'
on client 'curl -s http://10.9.0.1/'
expect '同一个 IP，MAC 不符：拒绝' [ "$status" -eq 7 ]
on client 'ip link set dev eth0 address 02:00:00:00:00:02'
setup server 'ip neigh flush all'
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '一条命令改成登记的 MAC，又放行：MAC 不是认证' [ "$output" = 200 ]
