setup server 'echo "hello google world" >page.txt'
background server 'python3 -m http.server 80'
wait_port server 80
on server 'iptables -A OUTPUT -p tcp --sport 80 -m string --algo bm --string google -j REJECT --reject-with tcp-reset'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/page.txt"
expect '客户端拿到 200 的响应头，然后一直等到超时' [ "$output/$status" = 200/28 ]
on server 'nstat -asz TcpEstabResets | tail -1'
expect '被重置的是服务器自己的连接' [ "$(awk '{ print $2 }' <<<"$output")" -ge 1 ]
on server 'iptables -R OUTPUT 1 -p tcp --sport 80 -m string --algo bm --string google -j REJECT'
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1/page.txt"
expect '默认的 ICMP 拒绝也一样：超时' [ "$output/$status" = 200/28 ]
on server 'iptables -F OUTPUT'
on server "iptables -A INPUT -p tcp --dport 80 -m string --algo bm --string 'GET /page' -j REJECT --reject-with tcp-reset"
on client 'curl -s -m 2 http://10.9.0.1/page.txt'
expect '在 INPUT 上匹配请求：客户端立刻收到重置' [ "$status" -eq 56 ]
