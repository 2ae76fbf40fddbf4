on local 'iptables -t filter -A OUTPUT -j TTL --ttl-set 42'
expect 'TTL 装不进 filter 表' [ "$status" -eq 4 ]
on local 'iptables -t filter -A OUTPUT -j DSCP --set-dscp 46'
expect 'DSCP 装不进 filter 表' [ "$status" -eq 4 ]
on local 'iptables -t filter -A OUTPUT -j TOS --set-tos 0x10'
expect 'TOS 装不进 filter 表' [ "$status" -eq 4 ]
on local 'iptables -t mangle -A PREROUTING -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu'
expect 'PREROUTING 里还不知道出口，不能按路径 MTU 夹 MSS' [ "$status" -eq 4 ]
on local 'iptables -t mangle -A PREROUTING -j CT --notrack'
expect 'CT 只能放 raw 表' [ "$status" -eq 4 ]
on local 'iptables -t nat -A PREROUTING -j REJECT'
expect 'REJECT 只能放 filter 表' [ "$status" -eq 4 ]
note '旧后端也一样'
on local 'iptables-legacy -t filter -A OUTPUT -j TTL --ttl-set 42'
expect '旧后端同样拒绝' [ "$status" -eq 1 ]
note 'MARK 不改报文，别的表也能放'
on local 'iptables -t filter -A OUTPUT -j MARK --set-mark 7'
expect 'MARK 装进了 filter 表' [ "$status" -eq 0 ]
