iptables-save -t filter >before.v4
unshare -n iptables-restore rules.v4 && iptables-restore rules.v4
