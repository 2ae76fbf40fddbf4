# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
start_nginx few.conf
on local 'seq 12 | xargs -P 12 -I{} curl -s -o /dev/null -w "%{http_code}\n" http://127.0.0.1:8080/slow | sort | uniq -c | awk "{ print \$2 \": \" (\$1 < 12 && \$1 > 0 ? \"一部分\" : \$1) }"'
expect '有的成功' contains "$output" '200: 一部分'
expect '有的被断开' contains "$output" '000: 一部分'
on local 'grep -o "worker_connections are not enough" error.log | sort -u'
expect '错误日志说明原因' contains "$output" 'not enough'
on local 'ulimit -n 1024; nginx -t -p $PWD -e error.log -c $PWD/many.conf 2>/dev/null; grep -oh "worker_connections exceed open file resource limit" error.log'
expect '超过文件描述符的上限：只警告' contains "$output" exceed
stop_nginx
sed "s/worker_processes 1;/&\nworker_rlimit_nofile 12;/; s/worker_connections 10;/worker_connections 500;/" few.conf >files.conf
start_nginx files.conf
: >error.log
# A worker lowers its limit after it has started.
wait_for 'grep -q "open files *12 " "/proc/$(pgrep -P "$(cat nginx.pid)")/limits"' 10
on local 'grep -E "open files" /proc/$(pgrep -P $(cat nginx.pid))/limits | xargs'
quiet local 'seq 30 | xargs -P 30 -I{} curl -s -o /dev/null -m 5 http://127.0.0.1:8080/slow'
stop_nginx
on local 'grep -o "accept4() failed (24: Too many open files)" error.log | sort -u'
expect '文件描述符先用完：24' contains "$output" 'Too many open files'
