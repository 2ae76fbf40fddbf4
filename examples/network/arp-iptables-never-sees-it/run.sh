on bob 'iptables -P INPUT DROP; iptables -P OUTPUT DROP'
on alice 'ping -q -c 1 -W 1 192.168.1.2'
expect 'IP 包全丢' contains "$output" '100% packet loss'
on alice 'ip neigh | cut -d" " -f1-5; arping -q -c 1 -I eth0 192.168.1.2'
expect 'ARP 照样有应答' [ "$status" -eq 0 ]
expect 'alice 查得到 bob 的 MAC' contains "$output" 02:00:00:00:00:0b
on bob 'iptables-save -c | grep "^:[IO]"'
expect 'INPUT 只数到那一个 ICMP' contains "$output" ':INPUT DROP [1:84]'
expect 'ARP 应答没有经过 OUTPUT' contains "$output" ':OUTPUT DROP [0:0]'
