# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup server 'sysctl -qw net.ipv6.conf.eth0.disable_ipv6=0 && ip -6 addr add fd00::1/64 dev eth0 nodad'
setup client 'sysctl -qw net.ipv6.conf.eth0.disable_ipv6=0 && ip -6 addr add fd00::2/64 dev eth0 nodad'
background server 'python3 -m http.server --bind :: 80'
wait_port server 80
background client 'nc 10.9.0.1 80'
background client 'nc 10.9.0.1 80'
background client 'nc -s 10.9.0.6 10.9.0.1 80'
background client 'nc fd00::1 80'
wait_for '[ "$(ip netns exec server ss -Htn state established "( sport = :80 )" | wc -l)" -eq 4 ]'
on server "bash peers.sh '( sport = :80 )'"
expect '10.9.0.2 有两条' contains "$output" '2 [::ffff:10.9.0.2]'
expect 'IPv6 的对端完整' contains "$output" '1 [fd00::2]'
note '常抄的写法：空格和冒号都当分隔符，从行尾倒数'
on server "ss -tn state established '( sport = :80 )' | awk -F' +|:' '{ print \$(NF-2) }' | sort | uniq -c | sort -rn"
expect '表头被数了进去，地址被拆开' lacks "$output" 'fd00::2'
