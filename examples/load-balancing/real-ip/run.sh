# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
start_nginx chain.conf
on local 'curl -s --interface 127.0.0.9 -H "X-Forwarded-For: 6.6.6.6" http://127.0.0.1:8080/'
expect '客户端自己写的留在左边，真的接在右边' contains "$output" '6.6.6.6, 127.0.0.9'
note '头里是：伪造的、客户端、自己的一级代理'
list='X-Forwarded-For: 9.9.9.9, 1.1.1.1, 10.0.0.5'
on local "curl -s -H '$list' http://127.0.0.1:8081/"
expect '只写 set_real_ip_from：看的是 X-Real-IP，没有它就不变' [ "$output" = 127.0.0.1 ]
on local "curl -s -H '$list' http://127.0.0.1:8082/"
expect '没有 real_ip_recursive：得到自己的代理' [ "$output" = 10.0.0.5 ]
on local "curl -s -H '$list' http://127.0.0.1:8083/"
expect '三样写齐：得到客户端，伪造的不算' [ "$output" = 1.1.1.1 ]
stop_nginx
