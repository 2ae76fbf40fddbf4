setup server 'echo ok >index.html'
background server 'exec python3 -m http.server 80'
wait_port server 80
background client 'exec tcpdump -ni eth0 --immediate-mode -U -w out.pcap tcp port 80'
capture=$pid
wait_for "grep -q listening $log"
on client 'curl -s http://10.9.0.1/'
expect '访问正常' [ "$output" = ok ]
wait_for 'test "$(tcpdump -nr out.pcap 2>/dev/null | grep -c "\[F")" -ge 2'
stop "$capture"
note '客户端上抓的：本机发出的包，校验和还没有算'
on client 'tcpdump -nvvr out.pcap src 10.9.0.2 2>/dev/null | grep -o "cksum 0x[0-9a-f]* (incorrect" | sed "s/0x[0-9a-f]*/0x…/" | sort -u'
expect '原话' [ "$output" = 'cksum 0x… (incorrect' ]
on server "nstat -asz TcpInCsumErrors | awk '/Csum/ {print \$1, \$2}'"
expect '对端一个错的也没有收到：是卸载，不用修' [ "$output" = 'TcpInCsumErrors 0' ]
note '真的坏包'
setup client 'python3 bad.py'
wait_for "ip netns exec server nstat -asz TcpInCsumErrors | grep -qE 'Csum\w+ +1 '"
on server "nstat -asz TcpInCsumErrors | awk '/Csum/ {print \$1, \$2}'"
expect '对端的内核数到了，丢掉了它' [ "$output" = 'TcpInCsumErrors 1' ]
note '不想看到它：-K 不验校验和'
on client 'tcpdump -Knvvr out.pcap 2>/dev/null | grep -c incorrect'
expect '没有了' [ "$output" = 0 ]
