for port in 80 8080; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
on server 'unshare -n iptables-restore rules.v4'
expect '在命名空间里试装，通过' [ "$status" -eq 0 ]
apply server load.sh
expect '装上' [ "$status" -eq 0 ]
on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1/"
expect '80 应答' [ "$output" = 200 ]
on client "curl -s -m 2 -o /dev/null -w '%{http_code}\n' http://10.9.0.1:8080/"
expect '8080 超时' [ "$status" -eq 28 ]
quiet client 'ping -qn -i 0.1 -c 20 -W 1 10.9.0.1'
expect '20 个 ping 只回 10 个上下' between "$(grep -o '[0-9]* received' <<<"$output" | cut -d' ' -f1)" 10 13
on server 'ping -qnc 1 -W 1 10.9.0.2'
expect '服务器自己 ping 得通别人' [ "$status" -eq 0 ]
quiet server 'iptables -vnxL INPUT --line-numbers'
expect '8080 的 SYN 走到了第 7 条（日志）' [ "$(awk '$1 == 7 {print $2}' <<<"$output")" -ge 1 ]
expect '超限的 ping 停在第 4 条' between "$(awk '$1 == 4 {print $2}' <<<"$output")" 7 10
