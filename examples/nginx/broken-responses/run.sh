# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
background local 'exec python3 rude.py'
wait_port local 9001
# error.log 也放在发行版的位置，好照着页面上的命令看
mount -t tmpfs tmpfs /var/log/nginx
ln -s "$PWD/error.log" /var/log/nginx/error.log
start_nginx log.conf
ask() {
    on local "curl -s -o /dev/null -w '%{http_code}，curl %{exitcode}\n' http://127.0.0.1:8080$1; tail -n1 access.log; tail -n1 error.log | grep -oE '(recv|readv)\(\) failed [^,]*|upstream (timed|prematurely)[^,]*'"
}
ask /reset
expect '头还没回就复位：502，日志里是 104' contains "$output" 'recv() failed (104: Connection reset by peer) while reading response header from upstream'
ask /half
expect '回了头，正文没完就断开：状态是 200，客户端收到的不完整' contains "$output" '200 200'
expect '日志里没有 response header 两个词' contains "$output" 'prematurely closed connection while reading upstream'
ask /half-reset
expect '正文里复位：也是 200' contains "$output" 'Connection reset by peer) while reading upstream'
ask /half-silent
expect '正文里一声不响：超时也是 200，不是 504' contains "$output" 'upstream timed out (110: Connection timed out) while reading upstream'
note '四个请求，四行'
apply local look.sh
expect '每一行都找得到' [ "$(wc -l <<<"$output")" -eq 4 ]
stop_nginx
