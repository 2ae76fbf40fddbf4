sysctl -w net.ipv4.ip_local_port_range='10240 60999'
