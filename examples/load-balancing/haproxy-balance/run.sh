# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001 s2:9002
background local 'exec haproxy -db -f haproxy.cfg'
wait_port local 8007
on local 'for i in 1 2 3 4 5 6; do curl -s http://127.0.0.1:8001/; done | cut -d" " -f1 | sort | uniq -c | xargs'
expect 'roundrobin：按权重 2 比 1' [ "$output" = '4 s1 2 s2' ]
on local 'python3 tell.py set weight p8001/s1 1; python3 tell.py set weight p8002/s1 2'
expect 'roundrobin 能在运行时改权重' contains "$output" '好了'
expect 'static-rr 不能' contains "$output" 'static LB algorithm'
on local 'for i in 2 3 4 5 6 7; do curl -s --interface 127.0.0.$i http://127.0.0.1:8003/; done | cut -d" " -f1 | sort -u | wc -l; for i in 1 2 3; do curl -s --interface 127.0.0.5 http://127.0.0.1:8003/; done | cut -d" " -f1 | sort -u | wc -l'
expect 'source：整个地址参加，同段的能分开，同一个地址不变' [ "$output" = $'2\n1' ]
on local 'for i in 1 2 3; do curl -s "http://127.0.0.1:8004/a?x=$i"; done | cut -d" " -f1 | sort -u | wc -l'
expect 'uri：问号后面不算，总在一台' [ "$output" -eq 1 ]
on local 'for i in 1 2 3; do curl -s "http://127.0.0.1:8005/?user=ann"; done | cut -d" " -f1 | sort -u | wc -l; for i in 1 2; do curl -s http://127.0.0.1:8005/; done | cut -d" " -f1 | sort -u | wc -l'
expect 'url_param：同一个值同一台，没有就轮询' [ "$output" = $'1\n2' ]
on local 'for i in 1 2 3; do curl -s -H "X-Room: 7" http://127.0.0.1:8006/; done | cut -d" " -f1 | sort -u | wc -l'
expect 'hdr：同一个值同一台' [ "$output" -eq 1 ]
on local 'for name in roundrobin static-rr leastconn source uri "url_param user" "hdr(X-Room)" "rdp-cookie(mstshash)" first "random(2)"; do sed "s/balance uri/balance $name/" haproxy.cfg >one.cfg; haproxy -c -f one.cfg >/dev/null 2>&1 && echo "$name 接受"; done | wc -l'
expect '2.6 至少接受这十种' [ "$output" -eq 10 ]
on local 'for name in url_param hdr static_rr least_conn ip_hash; do sed "s/balance uri/balance $name/" haproxy.cfg >one.cfg; haproxy -c -f one.cfg >/dev/null 2>&1 || echo "$name"; done | xargs'
expect '没带参数的、别家的名字都被拒绝' [ "$output" = 'url_param hdr static_rr least_conn ip_hash' ]
on local 'python3 tell.py set server p8001/s1 state drain; for i in 1 2 3 4; do curl -s http://127.0.0.1:8001/; done | cut -d" " -f1 | sort -u'
expect 'drain：不再分给 s1' [ "$output" = $'好了\ns2' ]
on local 'python3 tell.py set server p8001/s1 state ready; for i in 1 2 3 4; do curl -s http://127.0.0.1:8001/; done | cut -d" " -f1 | sort -u | xargs'
expect 'ready：又回来了' contains "$output" 's1 s2'
