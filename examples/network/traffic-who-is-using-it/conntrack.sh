# Off by default: connections that exist already are not counted.
sysctl -w net.netfilter.nf_conntrack_acct=1
