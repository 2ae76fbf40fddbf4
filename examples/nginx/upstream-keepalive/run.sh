# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
start_nginx none.conf
on local 'for i in 1 2 3; do curl -s http://127.0.0.1:8080/; done | cut -d" " -f2-3 | sort -u; echo "到后端的连接：$(cut -d" " -f2 s1.log | sort -u | wc -l) 条"'
expect '只写 keepalive 8：HTTP/1.0，三条' contains "$output" '3 条'
stop_nginx
rm s1.log
start_nginx full.conf
on local 'for i in 1 2 3; do curl -s http://127.0.0.1:8080/; done | cut -d" " -f2-3 | sort -u; echo "到后端的连接：$(cut -d" " -f2 s1.log | sort -u | wc -l) 条"'
expect '三样写齐：HTTP/1.1，一条' contains "$output" '1 条'
stop_nginx
