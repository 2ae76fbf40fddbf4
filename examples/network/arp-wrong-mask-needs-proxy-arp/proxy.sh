# The router answers for addresses that it would forward to through another interface.
sysctl -w net.ipv4.conf.eth0.proxy_arp=1
