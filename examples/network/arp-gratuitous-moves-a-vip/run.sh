setup alice 'ip addr add 192.168.1.100/32 dev eth0'
on mallory 'ping -q -c 1 192.168.1.100; ip neigh'
expect '地址在 alice 上' contains "$output" 'lladdr 02:00:00:00:00:0a'
sleep 1.5 # locktime
note '地址从 alice 移到 bob，谁也不说'
on alice 'ip addr del 192.168.1.100/32 dev eth0'
on bob 'ip addr add 192.168.1.100/32 dev eth0'
on mallory 'ping -q -c 2 -i 0.3 -W 1 192.168.1.100; ip neigh'
expect '不通：帧还是发给 alice' contains "$output" '100% packet loss'
expect '邻居表里是旧 MAC' contains "$output" 'lladdr 02:00:00:00:00:0a'
note '重来：接管时发一个免费 ARP'
setup bob 'ip addr del 192.168.1.100/32 dev eth0'
background mallory 'tcpdump -i eth0 -nn --immediate-mode -U -w garp.pcap arp and host 192.168.1.100'
wait_for 'test -s garp.pcap'
apply bob take-over.sh
wait_for 'tcpdump -nn -r garp.pcap | grep -q who-has'
on mallory 'tcpdump -e -nn -t -r garp.pcap 2>/dev/null'
expect '问的和说的是同一个地址，发给所有人' \
    grep -q '02:00:00:00:00:0b > ff:ff:ff:ff:ff:ff.*who-has 192.168.1.100 .*tell 192.168.1.100' <<<"$output"
on mallory 'ping -q -c 2 -i 0.3 -W 1 192.168.1.100; ip neigh show 192.168.1.100 | cut -d" " -f1-5'
expect '立刻通' contains "$output" ' 0% packet loss'
expect '邻居表换成 bob 的 MAC' contains "$output" 'lladdr 02:00:00:00:00:0b'
