# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
fetch='curl -s -H "Accept-Encoding: gzip" -D - -o body http://127.0.0.1:8080/big | grep -i "^content-encoding"; stat -c "%s 字节" body'
start_nginx on.conf
on local "$fetch"
expect '只写 gzip on：text/plain 没有压' contains "$output" '16000 字节'
stop_nginx
start_nginx types.conf
on local "$fetch"
expect '写了 gzip_types：压了' contains "$output" 'gzip'
expect '不到原来的百分之二' [ "$(stat -c %s body)" -lt 320 ]
stop_nginx
