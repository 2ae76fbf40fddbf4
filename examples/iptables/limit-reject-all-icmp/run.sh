on server "ping -q -i 0.2 -c 2 -W 1 10.9.0.2 | grep -o '[0-9]* received'"
expect '装规则以前：自己 ping 别人通' [ "$output" = '2 received' ]
apply server wrong.sh
on server "ping -q -i 0.2 -c 2 -W 1 10.9.0.2 | grep -o '[0-9]* received'"
expect '应答（echo-reply）被自己拒绝' [ "$output" = '0 received' ]
on server 'iptables -R INPUT 2 -p icmp --icmp-type echo-request -j REJECT'
on server "ping -q -i 0.2 -c 2 -W 1 10.9.0.2 | grep -o '[0-9]* received'"
expect '只拒绝 echo-request：又通了' [ "$output" = '2 received' ]
on server 'iptables -A INPUT -p icmp -j RJECT'
expect '目标名拼错' [ "$status" -eq 2 ]
