# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
background local 'exec python3 login.py'
wait_port local 9001
setup local 'sed -i "s|# buffers|include $PWD/now.conf;|" nginx.conf; : >now.conf'
start_nginx nginx.conf
get="curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/"
on local "$get"
expect '502' [ "$output" = 502 ]
on local 'grep -o "upstream sent too big header.*from upstream" error.log'
expect '原话' [ "$output" = 'upstream sent too big header while reading response header from upstream' ]
note '直接问后端：响应头有多少字节'
on local 'curl -s -D - -o /dev/null http://127.0.0.1:9001/ | wc -c'
expect '比默认的一页（4k 或 8k）大' [ "$output" -gt 8192 ]
note '只调 proxy_buffers 没有用：它管正文'
on local 'echo "proxy_buffers 8 32k;" >now.conf; nginx -t -p . -e stderr -c "$PWD/nginx.conf" 2>&1 | grep -c "test is successful"'
expect '配置合法' [ "$output" = 1 ]
stop_nginx
start_nginx nginx.conf
on local "$get"
expect '还是 502' [ "$output" = 502 ]
note '只调 proxy_buffer_size，起不来'
on local 'echo "proxy_buffer_size 16k;" >now.conf; nginx -t -p . -e stderr -c "$PWD/nginx.conf" 2>&1 | grep -o "\"proxy_busy_buffers_size\" must be.*"'
expect '三个要一起改' contains "$output" 'proxy_busy_buffers_size'
note '三个一起'
setup local 'cp buffers.conf now.conf'
stop_nginx
start_nginx nginx.conf
on local "$get"
expect '200' [ "$output" = 200 ]
stop_nginx
