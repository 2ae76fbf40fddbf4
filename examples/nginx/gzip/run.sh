# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
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
on local 'nginx -t -p $PWD -e error.log -c $PWD/typo.conf 2>&1 | grep -o "unknown directive.*" | head -n1'
expect '拼成 gizp：不认识' contains "$output" 'unknown directive "gizp"'
stop_nginx
