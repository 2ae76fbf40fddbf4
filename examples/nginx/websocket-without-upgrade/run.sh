# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
background local 'exec python3 ws.py'
wait_port local 9001
ask() { on local "bash handshake.sh $1 | tr -d '\r' | sed -n '1p; /^HTTP.*Upgrade:/p'"; }
note '直接连后端'
ask http://127.0.0.1:9001/quiet
expect '后端是好的' contains "$output" 'HTTP/1.1 101'
note '经过 nginx，只写了 proxy_pass'
start_nginx before.conf
ask http://127.0.0.1:8080/ws/quiet
expect '400：后端收到的是 HTTP/1.0，没有 Upgrade' contains "$output" 'HTTP/1.0 Upgrade: 没有 Connection: close'
sed 's/proxy_pass .*/&\n            proxy_set_header Upgrade $http_upgrade;\n            proxy_set_header Connection "upgrade";/' before.conf >half.conf
stop_nginx
note '只加两个头，没有 proxy_http_version 1.1'
start_nginx half.conf
ask http://127.0.0.1:8080/ws/quiet
expect '还是 400：HTTP/1.0 不能升级' contains "$output" 'HTTP/1.0 Upgrade: websocket Connection: upgrade'
stop_nginx
note '三行写齐'
start_nginx after.conf
ask http://127.0.0.1:8080/ws/quiet
expect '握手成功' contains "$output" 'HTTP/1.1 101'
on local 'curl -s http://127.0.0.1:8080/ws/'
expect '普通请求不带升级的头' contains "$output" 'Upgrade: 没有 Connection: close'
note '两个头写在 server 里，location 里又写了一个别的 proxy_set_header'
ask http://127.0.0.1:8081/ws/quiet
expect '里层写了一个，外层的全部不继承' contains "$output" 'HTTP/1.1 Upgrade: 没有'
stop_nginx
