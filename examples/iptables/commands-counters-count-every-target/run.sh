on server 'iptables -A INPUT -s 10.9.0.2 -j DROP'
on server 'iptables -A INPUT -s 10.9.0.6 -j ACCEPT'
quiet client 'ping -qnc 3 -i 0.2 -W 1 -I 10.9.0.2 10.9.0.1'
expect '10.9.0.2 不通' [ "$status" -eq 1 ]
quiet client 'ping -qnc 2 -i 0.2 -W 1 -I 10.9.0.6 10.9.0.1'
expect '10.9.0.6 通' [ "$status" -eq 0 ]
on server 'iptables -vnxL INPUT --line-numbers'
expect 'DROP 规则：3 个包，252 字节' contains "$(tr -s ' ' <<<"$output")" '1 3 252 DROP'
expect 'ACCEPT 规则也有计数：2 个包，168 字节' contains "$(tr -s ' ' <<<"$output")" '2 2 168 ACCEPT'
note '一个 ping 包 84 字节：IP 头 20、ICMP 头 8、数据 56'
on server 'iptables -Z INPUT'
on server 'iptables -vnxL INPUT --line-numbers'
expect '-Z 之后归零' contains "$(tr -s ' ' <<<"$output")" '1 0 0 DROP'
note '-L 后面紧跟的字母被当成链名'
on server 'iptables -Lnv INPUT'
expect '次序错了就报错' [ "$status" -eq 2 ]
on server 'iptables -nvL INPUT | wc -l'
expect '-L 放最后就对' [ "$status" -eq 0 ]
note '-n：不解析名字；1.8.9 连协议也显示成数字，1.8.11 又显示协议名'
on server 'iptables -F INPUT; iptables -A INPUT -p tcp --dport 80 -j ACCEPT'
on server "iptables -L INPUT | awk 'END {print \$2, \$NF}'"
expect '不写 -n：端口成了名字' [ "$output" = 'tcp dpt:http' ]
on server "iptables -nL INPUT | awk 'END {print \$2, \$NF}'"
expect '写 -n：端口是数字' contains "$output" ' dpt:80'
