on server 'nft -f upto.nft'
on client "ping -q -i 0.02 -c 25 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect '匹配的放行：前 10 个通' [ "$output" = '10 received' ]
on server 'nft delete table ip guard'
on server 'nft -f over.nft'
on client "ping -q -i 0.02 -c 25 -W 1 10.9.0.1 | grep -o '[0-9]* received'"
expect '超出的丢弃：也是前 10 个通' [ "$output" = '10 received' ]
