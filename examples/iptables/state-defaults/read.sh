sysctl -a 2>/dev/null | grep -E '^net\.netfilter\.nf_conntrack_(max|buckets|checksum|tcp_loose|tcp_be_liberal)'
sysctl -a 2>/dev/null | grep -E '^net\.netfilter\.nf_conntrack_(tcp|udp|icmp|generic).*timeout'
