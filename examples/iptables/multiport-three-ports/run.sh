for port in 22 80 8080; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
apply server rules.sh
for port in 22 80; do
    on client "curl -s -o /dev/null -w '%{http_code}\n' http://10.9.0.1:$port/"
    expect "端口 $port 放行" [ "$output" = 200 ]
done
on client "curl -s http://10.9.0.1:8080/"
expect "端口 8080 被重置" [ "$status" -eq 7 ]
quiet server "iptables -vnxL INPUT | awk 'NR > 2 { print \$1 }'"
expect '第 1 条规则命中过包' [ "$(sed -n 1p <<<"$output")" -gt 0 ]
expect '第 2 条规则命中 1 个包：去 8080 的那个 SYN' [ "$(sed -n 2p <<<"$output")" -eq 1 ]
