apply local rules.sh
on local 'nft list chain ip filter INPUT | grep bad_ports'
expect '内核里只丢集合里的端口' contains "$output" 'tcp dport @bad_ports drop'
on local 'iptables-save -t filter | grep -e "-A"'
expect 'iptables 看成丢掉全部 TCP' contains "$output" '-A INPUT -p tcp -j DROP'
note '照这份导出装回去，就真的丢掉全部 TCP'
on local 'iptables-save -t filter >saved.v4; iptables-restore <saved.v4; nft list chain ip filter INPUT | grep drop'
expect '端口的条件没有了' lacks "$output" 'bad_ports'
