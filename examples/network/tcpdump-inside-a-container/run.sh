note '把 server 当成容器：里面有一个进程，从外面按它的 pid 进去'
background server 'exec -a containerd-demo sleep 30'
wait_for 'pgrep -f ^containerd-demo'
on client 'ip -br -4 addr show eth0 | xargs'
expect '外面看到的是自己的网卡' contains "$output" 10.9.0.2/24
on client 'nsenter -t $(pgrep -f ^containerd-demo) -n ip -br -4 addr show eth0 | xargs'
expect '-n 只换网络：看到的是容器的网卡' contains "$output" 10.9.0.1/24
background client 'nsenter -t $(pgrep -f ^containerd-demo) -n tcpdump -i eth0 -nn -t --immediate-mode -U -w pod.pcap icmp'
wait_for 'test -s pod.pcap'
on client 'ping -q -c 1 10.9.0.1'
wait_for 'tcpdump -nn -r pod.pcap | grep -q reply'
on client 'tcpdump -nn -t -r pod.pcap 2>/dev/null | cut -d, -f1,3'
expect '用的是外面的 tcpdump，抓的是容器里的包' [ "$(grep -c ICMP <<<"$output")" = 2 ]
