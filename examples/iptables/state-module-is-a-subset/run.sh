apply server rules.sh
on client 'ping -qn -c 3 -i 0.2 10.9.0.1'
on server "iptables-save -c -t filter | grep -e '-A'"
expect '两种写法计数相同' [ "$(cut -d' ' -f1 <<<"$output" | paste -sd ' ')" = '[1:84] [1:84] [2:168] [2:168]' ]
note 'SNAT、DNAT 这两个虚拟状态，state 模块没有'
on server 'iptables -A INPUT -m state --state DNAT'
expect '被拒绝' [ "$status" -ne 0 ]
on server 'iptables -A INPUT -m conntrack --ctstate DNAT'
expect 'conntrack 模块有' [ "$status" -eq 0 ]
note '译成 nft，两种写法是同一句'
on server 'iptables-translate -A INPUT -m state --state NEW -j ACCEPT; iptables-translate -A INPUT -m conntrack --ctstate NEW -j ACCEPT'
expect '都是 ct state new' [ "$(grep -c 'ct state new' <<<"$output")" -eq 2 ]
