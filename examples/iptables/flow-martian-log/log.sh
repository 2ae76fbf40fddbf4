sysctl -w net.ipv4.conf.all.log_martians=1
