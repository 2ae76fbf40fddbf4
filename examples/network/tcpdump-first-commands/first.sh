tcpdump -i any -nn icmp
tcpdump -i eth0 -nn 'tcp dst port 80 and tcp[tcpflags] & (tcp-syn|tcp-ack) == tcp-syn'
tcpdump -i eth0 -nn 'host 10.9.0.1 and tcp port 80'
tcpdump -i eth0 -nn 'tcp[tcpflags] & tcp-rst != 0 or icmp[icmptype] = icmp-unreach'
tcpdump -i eth0 -nn -c 10000 -w /var/tmp/x.pcap 'host 10.9.0.1'
