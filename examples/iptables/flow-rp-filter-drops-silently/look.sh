sysctl net.ipv4.conf.all.rp_filter net.ipv4.conf.eth0.rp_filter
nstat -asz TcpExtIPReversePathFilter
ip route get 10.9.0.1 from 10.7.0.2 iif eth0
