# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
cp sites.conf now.conf
start_nginx now.conf
# ask 请求：状态，和 error.log 里的那一句
ask() {
    : >error.log
    on local "$1 | grep -oE '^[0-9]{3}$'; grep -oE 'client sent too long (URI|header line)' error.log"
}
# with sed的一句：换一份配置
with() {
    stop_nginx
    sed "$1" sites.conf >now.conf
    start_nginx now.conf
}
code='curl -s -o /dev/null -w "%{http_code}\n"'
cookie="$code -H 'Host: app.example' -H \"Cookie: session=\$(printf '%9000s' | tr ' ' x)\" http://127.0.0.1:8080/"
address="$code -H 'Host: app.example' http://127.0.0.1:8080/\$(printf '%9000s' | tr ' ' x)"
early="printf 'GET / HTTP/1.1\r\nCookie: session=%s\r\nHost: app.example\r\n\r\n' \$(printf '%9000s' | tr ' ' x) | nc -N 127.0.0.1 8080 | cut -d' ' -f2"
note '两个 server 都没有写：9000 字节的 Cookie'
with '/large_client_header_buffers/d'
ask "$cookie"
expect '400' contains "$output" 'too long header line'
note '流传的办法：加大块数'
with 's/4 32k/64 8k/'
ask "$cookie"
expect '没有用：一行头要放进一块里' contains "$output" 'too long header line'
note '只写在 app.example 里，它不是这个端口的默认 server'
with ''
ask "$cookie"
expect '够了：Host 在 Cookie 前面，这时已经知道是哪个 server' [ "$output" = 200 ]
ask "$early"
expect 'Cookie 在 Host 前面：用的是默认 server 的值' contains "$output" 'too long header line'
ask "$address"
expect '网址也在 Host 前面' contains "$output" 'too long URI'
note '写在 http 里'
with '/large_client_header_buffers/d; s/^    access_log off;/&\n    large_client_header_buffers 4 32k;/'
for request in "$cookie" "$early" "$address"; do
    ask "$request"
    expect '够了' [ "$output" = 200 ]
done
stop_nginx
