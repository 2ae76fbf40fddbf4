background server "python3 say.py 80 'hello google world'"
background server "python3 say.py 81 'hi google world'"
wait_port server 80
wait_port server 81
on server 'nft -f rules.nft'
expect '规则装上' [ "$status" -eq 0 ]
on client 'timeout 1 nc 10.9.0.1 80'
expect '偏移 6 处正是 google：丢弃' [ -z "$output" ]
on client 'nc 10.9.0.1 81'
expect '偏移差 3 字节：不匹配，收到' [ "$output" = 'hi google world' ]
