# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001 s2:9002
start_nginx balance.conf
on local 'for i in 1 2 3 4; do curl -s http://127.0.0.1:8080/; done | cut -d" " -f1 | xargs'
expect '轮询' [ "$output" = 's1 s2 s1 s2' ]
on local 'for i in 1 2 3 4; do curl -s http://127.0.0.1:8080/weighted; done | cut -d" " -f1 | sort | uniq -c | xargs'
expect '权重 3 比 1' [ "$output" = '3 s1 1 s2' ]
on local 'for i in 1 77 254; do curl -s --interface 127.0.5.$i http://127.0.0.1:8080/ip; done | cut -d" " -f1 | sort -u | wc -l'
expect 'ip_hash：同一个 /24 全在一台' [ "$output" -eq 1 ]
on local 'for i in 1 2 3; do curl -s -b sid=abc http://127.0.0.1:8080/cookie; done | cut -d" " -f1 | sort -u | wc -l'
expect '按 cookie：同一个值同一台' [ "$output" -eq 1 ]
on local 'curl -s -H "Accept-Language: zh-CN" http://127.0.0.1:8080/language | cut -d" " -f1; curl -s -H "Accept-Language: en" http://127.0.0.1:8080/language | cut -d" " -f1'
expect '七层：按语言分' [ "$output" = $'s1\ns2' ]
on local 'curl -s --interface 127.0.0.9 http://127.0.0.1:8080/ | cut -d" " -f4; cut -d" " -f1 s1.log s2.log | sort -u'
expect '后端看到的是代理的地址，真实地址在头里' contains "$output" 'xff=127.0.0.9'
stop_nginx
