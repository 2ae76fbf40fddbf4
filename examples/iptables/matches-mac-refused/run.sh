on local 'iptables -A INPUT -m mac --mac-source 00-50-56-12-34-56 -j ACCEPT'
expect '只认冒号分隔' contains "$output" 'Invalid MAC address'
on local 'iptables -A INPUT -m mac --mac-destination 00:50:56:12:34:56 -j ACCEPT'
expect '没有目的 MAC' contains "$output" 'unknown option "--mac-destination"'
on local 'iptables -A OUTPUT -m mac --mac-source 00:50:56:12:34:56 -j ACCEPT'
expect 'OUTPUT 拒绝装入' [ "$status" -eq 4 ]
on local 'iptables -t nat -A POSTROUTING -m mac --mac-source 00:50:56:12:34:56 -j ACCEPT'
expect 'POSTROUTING 拒绝装入' [ "$status" -eq 4 ]
for chain in PREROUTING INPUT FORWARD; do
    on local "iptables -t mangle -A $chain -m mac --mac-source 00:50:56:12:34:56 -j ACCEPT"
    expect "$chain 可以" [ "$status" -eq 0 ]
done
