ip -br -4 addr show dev eth0 # 两台都执行，VIP 应只在一台
journalctl -u keepalived --since '-10min' | grep -E 'STATE|Entering'
tcpdump -c 3 -ni eth0 vrrp  # 备机上应看到主机的报文
ip neigh show 192.168.1.200 # 从第三台看，MAC 是谁的
