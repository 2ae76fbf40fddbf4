# shellcheck disable=SC2016 # awk's fields
background server 'python3 server.py'
wait_port server 90
apply server rules.sh
background server 'conntrack -E -p tcp'
events=$log
wait_for 'ip netns exec server awk '\''$2 == 12 && $4 != "00000000" {found = 1} END {exit !found}'\'' /proc/net/netlink'
on client 'nc -N -p 5001 10.9.0.1 90 </dev/null'
wait_for "grep -q TIME_WAIT $events"
note '不等 120 秒，手动删掉条目'
on server 'conntrack -D -p tcp --orig-port-src 5001 >/dev/null 2>&1'
wait_for "grep -q DESTROY $events"
note 'conntrack -E 的输出'
show "$events"
seen=$(grep -oE 'SYN_SENT|SYN_RECV|ESTABLISHED|FIN_WAIT|CLOSE_WAIT|LAST_ACK|TIME_WAIT' "$events" | paste -sd ' ')
expect '状态依次是这些' [ "$seen" = 'SYN_SENT SYN_RECV ESTABLISHED FIN_WAIT CLOSE_WAIT LAST_ACK TIME_WAIT TIME_WAIT' ]
