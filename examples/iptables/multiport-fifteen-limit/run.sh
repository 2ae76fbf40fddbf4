on local 'iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 -j ACCEPT'
expect '15 个端口：接受' [ "$status" -eq 0 ]
on local 'iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 -j ACCEPT'
expect '16 个端口：拒绝' [ "$status" -eq 2 ]
expect '报错说的是端口太多' contains "$output" 'too many ports specified'
on local 'iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,8000:8100 -j ACCEPT'
expect '13 个端口加 1 段：接受' [ "$status" -eq 0 ]
on local 'iptables -A INPUT -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,8000:8100 -j ACCEPT'
expect '14 个端口加 1 段就超了：一段算两个' [ "$status" -eq 2 ]
on local 'iptables -A INPUT -m multiport --dports 22,80 -j ACCEPT'
expect '不写 -p：拒绝' [ "$status" -eq 2 ]
on local 'iptables -A INPUT -p icmp -m multiport --dports 22,80 -j ACCEPT'
expect '-p icmp 没有端口：拒绝' [ "$status" -eq 2 ]
on local 'iptables -A INPUT -p tcp --dports 22,80 -j ACCEPT'
expect '不写 -m multiport 就没有 --dports' contains "$output" 'unknown option "--dports"'
on local 'iptables -R INPUT 9 -p tcp -m multiport --dports 22,80 -j ACCEPT'
expect '-R 的序号必须已经存在' contains "$output" 'Index of replacement too big'
on local 'iptables -RINPUT 2 -p tcp -m multiport --dports 22,80 -j ACCEPT'
expect '-R 与链名粘在一起也被接受，但不要这样写' [ "$status" -eq 0 ]
on local 'iptables -S INPUT'
expect '第 2 条已经换掉' contains "$output" '--dports 22,80'
