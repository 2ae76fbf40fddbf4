# 默认不开；已有的连接不计。
sysctl -w net.netfilter.nf_conntrack_acct=1
