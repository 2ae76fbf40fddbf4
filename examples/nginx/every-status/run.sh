# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
setup local 'openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=a
openssl req -x509 -newkey rsa:2048 -nodes -keyout other.key -out other.pem -days 2 -subj /CN=other
mkdir html; echo hi >html/page; echo "u:{PLAIN}right" >users'
start_nginx statuses.conf
# try 状态码 命令：打印 access.log 的状态和 error.log 的那一句（没有就空着），后面可以再加正文里要有的
try() {
    local said body
    : >error.log
    : >access.log
    body=$(ip netns exec local bash -c "$2" 2>&1 </dev/null)
    wait_for "grep -q '^$1 ' access.log" 9
    said=$(grep -v 'keepalive connection\|waiting for request' error.log | grep '^' | head -n 1 |
        sed -E 's/^[^[]*\[([a-z]+)\] [^:]*: \*[0-9]+ /[\1] /; s/, client: .*//; s/"X: a+\.\.\."/"X: a…"/; s/excess: [0-9.]+/excess: …/; s#/run/example/##; s/SSL: error:[^)]*/…/')
    printf '%s %s\n' "$1" "${said:-（error.log 里没有）}"
    [ -z "${3-}" ] || expect "error_page 里它叫 ${3#/code/}" contains "$body" "$3"
}
get='curl -sk http://127.0.0.1:8080'
raw='python3 raw.py'
note '客户端的错'
try 400 "$raw 'GET / HTTP/1.1\r\n\r\n'"
try 401 "$get/private"
try 401 "$get/private -u u:wrong"
try 403 "$get/denied"
try 404 "$get/none"
try 405 "$get/page -X TRACE"
try 405 "$get/page -d x=1"
try 408 "$raw 'GET / HTTP/1.1\r\nHost: a\r\n'"
try 411 "$get/length"
try 412 "$get/page -H 'If-Match: \"zz\"'"
try 413 "head -c 2000000 /dev/zero | $get/page --data-binary @-"
try 414 "$raw 'GET /{} HTTP/1.1\r\nHost: a\r\n\r\n' a 9000"
try 415 "$get/media"
try 416 "$get/page -r 999-1000"
try 421 'curl -sk --resolve a:8443:127.0.0.1 --cert cert.pem --key key.pem -H "Host: b" https://a:8443/page'
try 429 "$get/many; $get/many"
try 431 "$get/large"
note 'Nginx 自己的码'
try 444 "$get/closed"
try 400 "$raw 'GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n' a 40000" /code/494
try 400 'curl -sk --cert other.pem --key other.key https://127.0.0.1:8443/page' /code/495
try 400 'curl -sk https://127.0.0.1:8443/page' /code/496
try 400 'curl -s http://127.0.0.1:8443/page' /code/497
try 499 "$get/leave -m 0.5"
note '服务端的错'
try 500 "$get/loop"
try 501 "$raw 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: gzip\r\n\r\n'"
try 502 "$get/refused"
try 503 "$get/limited; $get/limited"
try 504 "$get/slow"
try 505 "$raw 'GET / HTTP/2.0\r\nHost: a\r\n\r\n'"
try 507 "$get/storage"
stop_nginx
