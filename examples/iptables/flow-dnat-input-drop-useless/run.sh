background server 'python3 -m http.server 80'
wait_port server 80
apply router rules.sh
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect '两条 DROP 都没有挡住' [ "$output" = 200 ]
on router "iptables-save -c -t filter | grep -e '-A'"
expect 'INPUT 里的规则计数为 0：包走 FORWARD' contains "$output" '[0:0] -A INPUT'
expect 'FORWARD 里按 8080 写的规则计数为 0：端口已改成 80' contains "$output" '[0:0] -A FORWARD'
note '在 FORWARD 里按改写前的地址和端口匹配'
apply router block.sh
on client 'curl -s http://10.9.0.1:8080/'
expect '挡住了' [ "$status" -eq 7 ]
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.1.2/"
expect '直接访问后端的 80 端口不受影响' [ "$output" = 200 ]
