note '宽的在前，窄的在后'
apply server wrong.sh
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '没有挡住' contains "$output" ' 0% packet loss'
on server "iptables-save -c -t filter | grep -e '-A'"
expect 'DROP 的计数是 0' contains "$output" '[0:0] -A INPUT -s 10.9.0.2/32 -j DROP'
note '窄的在前'
apply server right.sh
on client 'ping -q -c 3 -i 0.2 -W 1 10.9.0.1'
expect '挡住了' contains "$output" '100% packet loss'
on server "iptables-save -c -t filter | grep -e '-A'"
expect 'DROP 的计数是 3' contains "$output" '[3:252] -A INPUT -s 10.9.0.2/32 -j DROP'
on client 'ping -q -c 1 -W 1 -I 10.9.0.6 10.9.0.1'
expect '同网段别的地址照样通' contains "$output" ' 0% packet loss'
