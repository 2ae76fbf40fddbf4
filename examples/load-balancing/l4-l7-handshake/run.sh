# client 10.9.0.2 — router 10.9.0.1 / 10.9.1.1 — server 10.9.1.2
background server 'exec python3 answer.py 80 "连接来自 {client}，头里写着 {forwarded}"'
wait_port server 80
setup router 'iptables -t nat -A PREROUTING -d 10.9.0.1 -p tcp --dport 8000 -j DNAT --to-destination 10.9.1.2:80; iptables -t nat -A PREROUTING -d 10.9.0.1 -p tcp --dport 7999 -j DNAT --to-destination 10.9.1.2:9'
background router 'exec haproxy -db -f haproxy.cfg'
wait_port router 8003
note '报文转发：改了目的地址，握手由客户端和后端完成'
on client 'curl -s http://10.9.0.1:8000/'
expect '后端看到客户端' contains "$output" '来自 10.9.0.2'
on client 'nc -z -w2 10.9.0.1 7999 2>/dev/null'
expect '后端没人听：客户端自己收到拒绝' [ "$status" -ne 0 ]
on client 'ping -c1 -W2 10.9.0.1 | grep -c "bytes from"'
expect 'ping 得通，端口照样不通' [ "$output" = 1 ]
note '四层代理：两段连接，不看内容'
on client 'curl -s http://10.9.0.1:8001/'
expect '后端看到代理' contains "$output" '来自 10.9.1.1'
on client 'nc -z -w2 10.9.0.1 8002 2>/dev/null && echo 连上了'
expect '后端没人听，握手照样成功：对方是代理' contains "$output" 连上了
note '七层代理：读了 HTTP，才选后端'
on client 'curl -s http://10.9.0.1:8003/'
expect '后端看到代理，头里有客户端' contains "$output" '写着 10.9.0.2'
