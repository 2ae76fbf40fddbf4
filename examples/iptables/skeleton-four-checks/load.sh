iptables-restore rules.v4
