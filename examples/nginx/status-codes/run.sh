# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=a 2>/dev/null
mkdir -p html/empty
echo hi >html/page
start_nginx codes.conf
# try 状态码 日志里的一段 命令 断言：打印 access.log 的状态和 error.log 的那一句；第二个参数空着，就是 error.log 里什么也没有
try() {
    local status said
    : >error.log
    : >access.log
    ip netns exec local bash -c "$3" >/dev/null 2>&1
    wait_for '[ -s access.log ]' 5
    status=$(cut -d' ' -f1 access.log | tail -n1)
    said=$(grep -v 'closed keepalive connection' error.log | grep -F "$2" | head -n1 |
        sed -E 's/^[^[]*\[([a-z]+)\] [^:]*: \*[0-9]+ /[\1] /; s/, client: .*//; s/"X: a+\.\.\."/"X: a…"/; s/excess: [0-9.]+/excess: …/')
    printf '%s  %s\n' "$status" "${said:-（error.log 里没有）}"
    if [ -n "$2" ]; then contains "$said" "$2"; else [ -z "$said" ]; fi || status=不对
    expect "$4" [ "$status" = "$1" ]
}
raw='python3 raw.py'
try 400 'Host' "$raw 'GET / HTTP/1.1\r\n\r\n'" '没有 Host'
try 400 'invalid method' "$raw 'G@T / HTTP/1.1\r\nHost: a\r\n\r\n'" '方法不认识；把 TLS 发到明文端口也是它'
try 400 'too long header' "$raw 'GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n' a 40000" '一行头超过 8k（494，写成 400）'
try 414 'too long URI' "$raw 'GET /{} HTTP/1.1\r\nHost: a\r\n\r\n' a 9000" '网址超过 8k'
try 413 'too large body' 'head -c 1100000 /dev/zero | curl -s -o /dev/null --data-binary @- http://127.0.0.1:8080/page' '请求体超过 1m'
try 400 'plain HTTP' 'curl -s -o /dev/null http://127.0.0.1:8443/' '明文发到 TLS 端口（497，写成 400）'
try 400 'certificate' 'curl -sk -o /dev/null https://127.0.0.1:8443/' '要客户端证书，没带（496，写成 400）'
try 403 'forbidden' 'curl -s -o /dev/null http://127.0.0.1:8080/empty/' '目录里没有首页'
try 403 'forbidden' 'curl -s -o /dev/null http://127.0.0.1:8080/denied' 'deny'
try 404 'No such file' 'curl -s -o /dev/null http://127.0.0.1:8080/none' '没有这个文件'
try 405 '' 'curl -s -o /dev/null -d x=1 http://127.0.0.1:8080/page' '对静态文件 POST'
try 416 '' 'curl -s -o /dev/null -r 999-1000 http://127.0.0.1:8080/page' '要的范围超出文件'
try 444 '' 'curl -s -o /dev/null http://127.0.0.1:8080/closed' 'return 444：一个字节也不回'
try 499 'prematurely closed' 'curl -s -o /dev/null -m 0.5 http://127.0.0.1:8080/slow; sleep 2' '客户端等不及，先走了'
try 500 'cycle' 'curl -s -o /dev/null http://127.0.0.1:8080/loop' 'rewrite 绕圈'
try 501 'Transfer-Encoding' "$raw 'GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n'" '不认识的 Transfer-Encoding'
try 503 'limiting requests' 'curl -s -o /dev/null http://127.0.0.1:8080/limited; curl -s -o /dev/null http://127.0.0.1:8080/limited' 'limit_req'
stop_nginx
