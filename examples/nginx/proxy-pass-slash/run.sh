# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
start_nginx paths.conf
ask() { on local "curl -s -w '%{http_code}' http://127.0.0.1:8080$1 | xargs"; }
ask /keep/users
expect '没有斜杠：原样转发，后端没有 /keep' [ "$output" = '/keep/users 404' ]
ask /cut/users
expect '两边都有斜杠：去掉前缀' [ "$output" = '/users 200' ]
ask /other/users
expect '换成别的前缀，也是两边都有斜杠' [ "$output" = '/v1/users 200' ]
ask /half/users
expect 'location 没有、proxy_pass 有：多一个斜杠' [ "$output" = '//users 404' ]
ask /glued/users
expect 'location 有、proxy_pass 没有：粘在一起' [ "$output" = '/v1users 404' ]
ask /named/users
expect 'proxy_pass 里有变量：不替换，每个请求都是 /' [ "$output" = '/ 404' ]
ask /fixed/users
expect '有变量的用 rewrite … break 去掉前缀' [ "$output" = '/users 200' ]
note '网址里有编码过的斜杠'
ask /keep/a%2Fb
expect '没有斜杠：原样' [ "$output" = '/keep/a%2Fb 404' ]
ask /cut/a%2Fb
expect '有斜杠：先解码，%2F 变成了斜杠' [ "$output" = '/a/b 404' ]
note '前缀不带末尾的斜杠来访问'
on local "curl -s -o /dev/null -w '%{http_code} %{redirect_url}\n' http://127.0.0.1:8080/cut"
expect '301，nginx 自己答的' contains "$output" '301 http://127.0.0.1:8080/cut/'
stop_nginx
on local "sed 's,location /cut/ ,location ~ ^/cut/ ,' paths.conf >regex.conf; nginx -t -p \$PWD -e error.log -c \$PWD/regex.conf 2>&1 | grep -o '\"proxy_pass\" cannot.*block'"
expect '正则的 location 里不许带路径：起不来' contains "$output" 'cannot have URI part'
