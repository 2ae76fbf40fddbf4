background server 'tcpdump -i eth0 -nn --immediate-mode -U -w db.pcap port 3306'
wait_for 'test -s db.pcap'
on client 'nc -z -w 1 10.9.0.1 3306; echo x | nc -u -q 0 10.9.0.1 3306'
wait_for '[ "$(tcpdump -nn -r db.pcap | wc -l)" = 3 ]'
on server 'tcpdump -nn -t -r db.pcap 2>/dev/null | cut -d, -f1'
expect 'port 3306：连 UDP 也抓到了' contains "$output" UDP
on server "tcpdump -nn -t -r db.pcap 2>/dev/null 'tcp dst port 3306' | cut -d, -f1"
expect 'dst port：客户端来的' contains "$output" '> 10.9.0.1.3306: Flags [S]'
on server "tcpdump -nn -t -r db.pcap 2>/dev/null 'tcp src port 3306' | cut -d, -f1"
expect 'src port：服务端回的' contains "$output" '10.9.0.1.3306 > 10.9.0.2'
note '用 -Q 按进出网卡的方向抓'
background server 'tcpdump -i eth0 -nn --immediate-mode -U -Q in -w in.pcap port 3306'
background server 'tcpdump -i eth0 -nn --immediate-mode -U -Q out -w out.pcap port 3306'
wait_for 'test -s in.pcap && test -s out.pcap'
setup client '! nc -z -w 1 10.9.0.1 3306'
wait_for 'tcpdump -nn -r in.pcap | grep -q . && tcpdump -nn -r out.pcap | grep -q .'
on server 'tcpdump -nn -t -r in.pcap 2>/dev/null | cut -d, -f1; tcpdump -nn -t -r out.pcap 2>/dev/null | cut -d, -f1'
expect '进来的只有 SYN，出去的只有 RST' [ "$(grep -o 'Flags.*' <<<"$output" | xargs)" = 'Flags [S] Flags [R.]' ]
