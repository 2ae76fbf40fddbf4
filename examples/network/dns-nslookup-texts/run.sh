ask="busybox nslookup -type=a"
background server 'python3 dns.py 10.9.0.1'
wait_port server 53
on client "$ask www.example.test 10.9.0.1 | grep -A1 ^Name"
expect '正常' contains "$output" 10.9.0.1
note '没有这个名字'
on client "$ask nosuch.example.test 10.9.0.1 | grep can"
expect 'NXDOMAIN' contains "$output" 'NXDOMAIN'
note '服务器出错'
on client "$ask broken.example.test 10.9.0.1 | grep can"
expect 'SERVFAIL' contains "$output" 'SERVFAIL'
note '那里没有 DNS'
on client "$ask www.example.test 10.9.0.2"
expect '问不到' [ "$status" -ne 0 ]
note '防火墙丢了'
setup server 'iptables -A INPUT -p udp --dport 53 -j DROP'
on client "$ask www.example.test 10.9.0.1"
expect '超时' contains "$output" 'connection timed out; no servers could be reached'
setup server 'iptables -F INPUT'
on client "$ask www.example.test 10.9.0.1 | grep -A1 ^Name"
expect '放行就好' contains "$output" 10.9.0.1
