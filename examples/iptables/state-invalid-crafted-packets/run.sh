apply server rules.sh
on client 'python3 send.py'
wait_for "ip netns exec server iptables-save -c | grep '^\[1:.*bad-checksum'"
on server 'iptables-save -c -t filter | awk -f counted.awk'
table=$(awk '{print $1 "=" $2}' <<<"$output" | paste -sd ' ')
expect 'SYN 和单独的 ACK 是 NEW' contains "$table" 'SYN=NEW ACK=NEW '
expect '没有 SYN 在先的 SYN+ACK、RST、FIN+ACK 是 INVALID' contains "$table" 'SYN+ACK=INVALID RST=INVALID FIN+ACK=INVALID'
expect '标志组合不合法的是 INVALID' contains "$table" 'SYN+FIN=INVALID no-flags=INVALID FIN+PSH+URG=INVALID'
expect '校验和错的 SYN 是 INVALID' contains "$table" 'bad-checksum=INVALID'
expect '一共 9 行，没有 ESTABLISHED' [ "$(wc -l <<<"$output")" -eq 9 ]

note '关掉 tcp_loose，单独的 ACK 也成了 INVALID'
on server 'sysctl -w net.netfilter.nf_conntrack_tcp_loose=0'
setup server 'conntrack -F; iptables -Z'
on client 'python3 send.py'
wait_for "ip netns exec server iptables-save -c | grep '^\[1:.*bad-checksum'"
on server 'iptables-save -c -t filter | awk -f counted.awk | head -2'
expect 'ACK 变成 INVALID，SYN 仍是 NEW' [ "$(awk '{print $2}' <<<"$output" | paste -sd ' ')" = 'NEW INVALID' ]
