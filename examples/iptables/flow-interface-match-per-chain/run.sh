apply router rules.sh
on client 'ping -q -c 3 -i 0.2 10.9.1.2'
on router "iptables-save -c -t mangle | grep -e '-A FORWARD'"
expect 'FORWARD 里进出网卡都已经知道：3 个请求命中' contains "$output" '[3:252] -A FORWARD -i eth0 -o eth1'
note '还没有选路，不知道出口'
on router 'iptables -t mangle -A PREROUTING -o eth1'
expect 'PREROUTING 不能写 -o' grep -qE "Can't use (-o|--out-interface) with PREROUTING" <<<"$output"
note '交给本机，没有出口'
on router 'iptables -A INPUT -o eth1'
expect 'INPUT 不能写 -o' grep -qE "Can't use (-o|--out-interface) with INPUT" <<<"$output"
note '本机发出，没有入口'
on router 'iptables -A OUTPUT -i eth0'
expect 'OUTPUT 不能写 -i' grep -qE "Can't use (-i|--in-interface) with OUTPUT" <<<"$output"
on router 'iptables -t nat -A POSTROUTING -i eth0'
expect 'POSTROUTING 不能写 -i' grep -qE "Can't use (-i|--in-interface) with POSTROUTING" <<<"$output"
