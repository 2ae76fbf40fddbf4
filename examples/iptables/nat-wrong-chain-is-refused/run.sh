note 'SNAT 只能在 POSTROUTING、INPUT'
on local 'iptables -t nat -A OUTPUT -j SNAT --to-source 10.9.0.9'
expect 'OUTPUT 里的 SNAT 被拒绝' [ "$status" -eq 4 ]
on local 'iptables -t nat -A INPUT -j SNAT --to-source 10.9.0.9'
expect 'INPUT 里的 SNAT 可以' [ "$status" -eq 0 ]
note 'MASQUERADE 只能在 POSTROUTING'
on local 'iptables -t nat -A PREROUTING -j MASQUERADE'
expect 'PREROUTING 里的 MASQUERADE 被拒绝' [ "$status" -eq 4 ]
note 'DNAT、REDIRECT 只能在 PREROUTING、OUTPUT'
on local 'iptables -t nat -A POSTROUTING -j DNAT --to-destination 10.9.1.2'
expect 'POSTROUTING 里的 DNAT 被拒绝' [ "$status" -eq 4 ]
on local 'iptables -t nat -A INPUT -p tcp -j REDIRECT --to-ports 80'
expect 'INPUT 里的 REDIRECT 被拒绝' [ "$status" -eq 4 ]
note 'nat 表没有 FORWARD 链；filter 表不能写 DNAT'
on local 'iptables -t nat -A FORWARD -j ACCEPT'
expect 'nat 表里没有 FORWARD' [ "$status" -eq 1 ]
on local 'iptables -A FORWARD -j DNAT --to-destination 10.9.1.2'
expect 'filter 表里的 DNAT 被拒绝' [ "$status" -eq 4 ]
note 'nat 表不许过滤'
on local 'iptables -t nat -A PREROUTING -j DROP 2>&1 | sed "/^$/d"'
expect 'DROP 被 iptables 拒绝' contains "$output" 'not intended for filtering'
note '改端口要先写明协议'
on local 'iptables -t nat -A PREROUTING -j DNAT --to-destination 10.9.1.2:80'
expect '没有 -p tcp 就不能改端口' contains "$output" 'Need TCP, UDP, SCTP or DCCP'
note 'legacy 后端同样拒绝，只是说得更少'
on local 'unshare -n iptables-legacy -t nat -A OUTPUT -j SNAT --to-source 10.9.0.9'
expect 'legacy 也拒绝' [ "$status" -eq 1 ]
