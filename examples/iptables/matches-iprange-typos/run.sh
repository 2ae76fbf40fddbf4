on local 'iptables -A INPUT -m iprange --src -range 10.9.0.6-10.9.0.10 -j ACCEPT'
expect '选项中间多了空格' [ "$status" -eq 2 ]
on local 'iptables -A INPUT iprange --src-range 10.9.0.6-10.9.0.10 -j ACCEPT'
expect '漏了 -m' contains "$output" "Bad argument \`iprange'"
on local 'iptables -A INPUT -m iprange --src-range 10.9.0.6-10.9.0.10 -j accept'
expect '目标写成小写' contains "$output" "Chain 'accept' does not exist"
on local 'iptables -I INPUT 2 -m iprange --src-range 10.9.0.6-10.9.0.10 -j ACCEPT'
expect '空链里没有第 2 个位置' contains "$output" 'Index of insertion too big'
on local 'iptables -A INPUT -s 10.9.0.2 -j ACCEPT iptables -A INPUT -s 10.9.0.2 -j REJECT'
expect '两条命令写在一行' contains "$output" "Bad argument \`iptables'"
on local 'iptables -S INPUT'
expect '一条也没有装上' [ "$output" = '-P INPUT ACCEPT' ]
on local 'iptables-legacy -A INPUT -m iprange --src-range 10.9.0.6-10.9.0.10 -j accept'
expect 'legacy 后端的说法不同' contains "$output" "Couldn't load target \`accept'"
