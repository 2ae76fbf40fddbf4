cp -a /etc /run/etc && mount --bind /run/etc /etc # resolv.conf changes for this example only
echo 'nameserver 10.9.0.1' >/etc/resolv.conf
setup client 'sysctl -qw net.ipv4.tcp_syn_retries=1' # give up after 3 seconds, not 131
background server 'python3 dns.py 10.9.0.1'
wait_port server 53
four() { # what four clients say of http://$1/
    on client "curl -sS http://$1/"
    said_curl=$output
    on client "python3 ask.py http://$1/"
    said_python=$output
    on client "promtool query instant http://$1 up 2>&1 | grep -v '^ *$'"
    said_go=$output
    on client "keytool -printcrl -file http://$1/ 2>&1 | grep -v Picked | head -n 1"
    said_java=$output
}
note '没有人听，或防火墙 REJECT'
four 10.9.0.1:8080
expect 'curl' contains "$said_curl" '(7)'
expect 'Python' contains "$said_python" '[Errno 111] Connection refused'
expect 'Go' contains "$said_go" 'connect: connection refused'
expect 'Java' contains "$said_java" 'java.net.ConnectException: Connection refused'
note '防火墙 DROP，没有回答'
setup server 'iptables -A INPUT -p tcp --dport 8080 -j DROP'
four 10.9.0.1:8080
expect 'curl' contains "$said_curl" '(28)'
expect 'Python' contains "$said_python" '[Errno 110] Connection timed out'
expect 'Go' contains "$said_go" 'connect: connection timed out'
expect 'Java' contains "$said_java" 'java.net.ConnectException: Connection timed out'
note '防火墙回“管理禁止”'
setup server 'iptables -R INPUT 1 -p tcp --dport 8080 -j REJECT --reject-with icmp-host-prohibited'
four 10.9.0.1:8080
expect 'curl' contains "$said_curl" '(7)'
expect 'Python' contains "$said_python" '[Errno 113] No route to host'
expect 'Go' contains "$said_go" 'connect: no route to host'
expect 'Java' contains "$said_java" 'java.net.NoRouteToHostException: No route to host'
note '本机没有路'
four 192.0.2.1:8080
expect 'curl' contains "$said_curl" '(7)'
expect 'Python' contains "$said_python" '[Errno 101] Network is unreachable'
expect 'Go' contains "$said_go" 'connect: network is unreachable'
expect 'Java' contains "$said_java" 'java.net.SocketException: Network is unreachable'
note '没有这个名字'
four nosuch.example.test
expect 'curl' contains "$said_curl" '(6) Could not resolve host'
expect 'Python' contains "$said_python" '[Errno -2] Name or service not known'
expect 'Go' contains "$said_go" 'no such host'
expect 'Java' contains "$said_java" 'java.net.UnknownHostException'
note 'DNS 服务器出错（SERVFAIL）'
four broken.example.test
expect 'curl' contains "$said_curl" '(6) Could not resolve host'
expect 'Python' contains "$said_python" '[Errno -3] Temporary failure in name resolution'
expect 'Go' contains "$said_go" 'server misbehaving'
expect 'Java' contains "$said_java" 'java.net.UnknownHostException'
note 'DNS 服务器不在'
setup client 'sed -i s/10.9.0.1/127.0.0.1/ /etc/resolv.conf'
four www.example.test
expect 'curl' contains "$said_curl" '(6) Could not resolve host'
expect 'Python' contains "$said_python" '[Errno -3] Temporary failure in name resolution'
expect 'Go' contains "$said_go" '127.0.0.1:53: read: connection refused'
expect 'Java' contains "$said_java" 'java.net.UnknownHostException'
background server 'python3 closes.py'
for port in 8081 8082 8083 8084; do wait_port server "$port"; done
note '连上了，对方一个字不回就正常关闭'
four 10.9.0.1:8081
expect 'curl' contains "$said_curl" '(52) Empty reply from server'
expect 'Python' contains "$said_python" 'Remote end closed connection without response'
expect 'Go' contains "$said_go" 'EOF'
expect 'Java' contains "$said_java" 'Unexpected end of file from server'
note '连上了，对方发来 RST'
four 10.9.0.1:8082
expect 'curl' contains "$said_curl" '(56) Recv failure: Connection reset by peer'
expect 'Python' contains "$said_python" '[Errno 104] Connection reset by peer'
expect 'Go' contains "$said_go" 'read: connection reset by peer'
expect 'Java' contains "$said_java" 'java.net.SocketException: Connection reset'
note '连上了，说好 100 字节，只来 10 个'
on client 'curl -sS -o /dev/null http://10.9.0.1:8083/'
expect 'curl 的退出码是 18' [ "$status" -eq 18 ]
note '连上了，收下请求，什么也不回'
on client 'curl -sS -m 2 http://10.9.0.1:8084/'
expect '退出码也是 28，写着收到 0 字节' contains "$output" 'with 0 bytes received'
