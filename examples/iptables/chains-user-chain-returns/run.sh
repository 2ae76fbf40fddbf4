background server 'python3 -m http.server 80'
wait_port server 80
apply server rules.sh
on server 'iptables -S'
expect '规则集里有 -N WEB' contains "$output" '-N WEB'
for source in 10.9.0.2 10.9.0.11; do
    on client "curl -s -o /dev/null -w '%{http_code}\n' --interface $source http://10.9.0.1/"
    expect "$source 放行" [ "$output" = 200 ]
done
on client 'curl -s -m 0.5 --interface 10.9.0.6 http://10.9.0.1/'
expect '10.9.0.6 在 WEB 里被丢掉，等到超时' [ "$status" -eq 28 ]
on server "iptables-save -c -t filter | grep -e '-A'"
expect '10.9.0.11 碰到 RETURN，没有走到 WEB 末尾' contains "$output" '[1:60] -A WEB -m comment'
expect '两个放行的 SYN 都回到 INPUT 的下一条' contains "$output" '[2:120] -A INPUT -p tcp -m tcp --dport 80 --tcp-flags FIN,SYN,RST,ACK SYN -j ACCEPT'
on server 'iptables -P WEB DROP'
expect '自定义链不能设默认策略' contains "$output" 'Bad built-in chain name'
on server 'iptables -X WEB'
expect '还有规则跳进来时删不掉' [ "$status" -ne 0 ]
