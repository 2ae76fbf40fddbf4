sysctl -w net.ipv4.conf.eth0.rp_filter=2
