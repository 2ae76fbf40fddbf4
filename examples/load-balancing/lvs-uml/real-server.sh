sysctl -w net.ipv4.conf.all.arp_ignore=1   # 只回答配在收到那块网卡上的地址
sysctl -w net.ipv4.conf.all.arp_announce=2 # 发 ARP 时不用 lo 上的地址
ip addr add 10.0.0.200/32 dev lo           # 最后才配地址：先抑制，后宣告
