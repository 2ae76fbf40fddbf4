attack() {
    sleep 1.5 # locktime
    on mallory 'arping -q -A -c 1 -I eth0 192.168.1.2'
    on alice 'ip neigh show 192.168.1.2 | cut -d" " -f1-5'
}
# Otherwise bob asks after alice some seconds later, and his question tells her the truth again.
setup bob 'ip neigh replace 192.168.1.1 lladdr 02:00:00:00:00:0a nud permanent dev eth0'
setup mallory 'sysctl -w net.ipv4.ip_nonlocal_bind=1'
setup alice 'ping -q -c 1 192.168.1.2'
attack
expect '没有规则：条目被改' contains "$output" 02:00:00:00:00:0c
setup alice 'ip neigh flush all; ping -q -c 1 192.168.1.2'
note 'nft 的 arp 族'
on alice 'nft -f arp.nft'
attack
expect '条目没有变' contains "$output" 02:00:00:00:00:0b
on alice 'nft list table arp guard | grep -o "counter.*"'
expect '丢了 1 帧' contains "$output" 'counter packets 1 '
on alice 'ping -q -c 1 -W 1 192.168.1.3'
expect 'mallory 自己的地址照常能用' contains "$output" ' 0% packet loss'
setup alice 'nft delete table arp guard; ip neigh flush all; ping -q -c 1 192.168.1.2'
note 'arptables（Debian 12 上就是 nft 的 arp 族）'
apply alice arptables.sh
attack
expect '条目没有变' contains "$output" 02:00:00:00:00:0b
on alice 'nft list table arp filter'
expect '规则在 nft 的 arp 表里看得见' contains "$output" 'arp saddr ether 02:00:00:00:00:0c'
