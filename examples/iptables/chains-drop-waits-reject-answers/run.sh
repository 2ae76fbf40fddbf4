elapsed() { awk '{print int($1 * 1000)}' <<<"$output"; }

for port in 8001 8002 8003; do
    background server "python3 -m http.server $port"
    wait_port server "$port"
done
apply server rules.sh
quiet client "curl -s -m 2 -o /dev/null -w '%{time_total}\n' http://10.9.0.1:8001/"
expect 'DROP：退出码 28（超时）' [ "$status" -eq 28 ]
expect 'DROP：一直等到 curl 自己放弃（-m 2）' between "$(elapsed)" 1900 4000
for port in 8002 8003; do
    quiet client "curl -s -m 2 -o /dev/null -w '%{time_total}\n' http://10.9.0.1:$port/"
    expect '退出码 7（连不上），不是超时' [ "$status" -eq 7 ]
    expect '不到 1 秒' between "$(elapsed)" 0 1000
done
note 'REJECT 不写选项时回的是 ICMP 端口不可达'
on server 'nstat -asz IcmpOutDestUnreachs'
expect '发了 1 个 ICMP 目的不可达' [ "$(awk '/IcmpOutDestUnreachs/ {print $2}' <<<"$output")" -eq 1 ]
