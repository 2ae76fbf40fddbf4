setup router 'iptables -t mangle -A OUTPUT -p icmp -o eth1'
setup router 'iptables -t mangle -A POSTROUTING -p icmp -o eth0 -s 10.9.1.1'
setup router 'iptables -t mangle -A POSTROUTING -p icmp -o eth1'
note '正常：没有标记，去 10.9.1.2 从 eth1 走'
on router 'ip route get 10.9.1.2'
expect '出口 eth1，源地址 10.9.1.1' contains "$output" 'dev eth1 src 10.9.1.1'
apply router rules.sh
on router 'ping -q -c 3 -i 0.2 -W 1 10.9.1.2'
on router "iptables-save -c -t mangle | grep -e '-A'"
expect '进 OUTPUT 时出口还是 eth1' contains "$output" '[3:252] -A OUTPUT -o eth1'
expect '打上标记后改从 eth0 走，源地址仍是第一次选路定下的 10.9.1.1' \
    contains "$output" '[3:252] -A POSTROUTING -s 10.9.1.1/32 -o eth0'
expect 'eth1 一个包也没有' contains "$output" '[0:0] -A POSTROUTING -o eth1'
on router 'ip route get 10.9.1.2 mark 7'
expect '带标记问路由，出口是 eth0' contains "$output" 'dev eth0'
