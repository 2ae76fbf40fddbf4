setup local 'iptables -A INPUT -m conntrack --ctstate NEW'
apply local read.sh
expect '已建立的 TCP 432000 秒，即 5 天' contains "$output" 'tcp_timeout_established = 432000'
expect '半开的 120 秒' contains "$output" 'tcp_timeout_syn_sent = 120'
expect 'UDP 30 秒，有来有往的 120 秒' contains "$output" $'udp_timeout = 30\nnet.netfilter.nf_conntrack_udp_timeout_stream = 120'
expect 'tcp_loose 开着' contains "$output" 'tcp_loose = 1'
on local 'grep -c . /proc/net/nf_conntrack'
expect '还没有条目' [ "$output" -eq 0 ]
note '上限和桶数是整台机器的；在命名空间（容器）里只读'
on local 'stat -c "%A %n" /proc/sys/net/netfilter/nf_conntrack_{max,buckets,tcp_timeout_established}'
expect '上限只读' contains "$output" '-r--r--r-- /proc/sys/net/netfilter/nf_conntrack_max'
expect '超时每个命名空间自己改' contains "$output" '-rw-r--r-- /proc/sys/net/netfilter/nf_conntrack_tcp_timeout_established'
