setup server 'mkdir -m 755 root-only; mkdir -m 777 shared'
background server 'iperf3 -s -1'
wait_port server 5201
background client 'iperf3 -c 10.9.0.1 -u -b 8M -t 30'
wait_for 'ip netns exec server ss -Hun | grep -q 5201'
note '目录属于 root，权限 755'
on server 'tcpdump -i eth0 -nn -c 5 -w root-only/one.pcap udp 2>&1 | tail -1'
expect '单个文件：降权之前已经打开，能写' lacks "$output" denied
on server 'tcpdump -i eth0 -nn -C 1 -w root-only/ring.pcap udp 2>&1 | tail -1'
expect '-C 轮转：Permission denied' contains "$output" 'Permission denied'
on server 'tcpdump -i eth0 -nn -C 1 -W 2 -Z root -c 2000 -w root-only/ring.pcap udp 2>/dev/null; ls root-only'
expect '-Z root 不降权，就能写' contains "$output" ring.pcap0
note '别人也能写的目录：每满 1 MB 换一个，只留最后 2 个'
on server 'tcpdump -i eth0 -nn -C 1 -W 2 -c 2500 -w shared/ring.pcap udp 2>/dev/null; ls shared'
expect '只有 2 个文件' [ "$output" = $'ring.pcap0\nring.pcap1' ]
on server 'stat -c %s shared/ring.pcap0 shared/ring.pcap1 | sort -n | tail -1 | cut -c1-4'
expect '每个大约 1 000 000 字节' between "$output" 1000 1016
