background server "python3 say.py 80 'hello google world'"
wait_port server 80
on server 'iptables -A OUTPUT -p tcp -m string --string GOOGLE -j DROP'
expect '不写 --algo：拒绝' [ "$status" -eq 2 ]
on server 'iptables -A OUTPUT -p tcp -m string --algo bm --string GOOGLE -j DROP'
on client 'nc 10.9.0.1 80'
expect '大小写不同：不命中，收到' [ "$output" = 'hello google world' ]
on server 'iptables -R OUTPUT 1 -p tcp -m string --algo bm --string GOOGLE --icase -j DROP'
on client 'timeout 1 nc 10.9.0.1 80'
expect '--icase：命中，收不到' [ -z "$output" ]
on server "iptables -R OUTPUT 1 -p tcp -m string --algo kmp --hex-string '|67 6f 6f|gle' -j DROP"
on client 'timeout 1 nc 10.9.0.1 80'
expect '--hex-string：竖线之间写十六进制，也命中' [ -z "$output" ]
on server 'nft list chain ip filter OUTPUT | grep -oE "xt match \"?string\"?"'
expect 'nft 里它是兼容表达式' contains "$output" 'xt match '
