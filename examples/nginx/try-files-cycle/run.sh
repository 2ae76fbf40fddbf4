# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
mount -t tmpfs tmpfs /var/lib/nginx
setup local 'ip link set lo up; chmod 755 /run; mkdir -p /run/web/dist/build'
setup local 'echo home >/run/web/dist/build/index.html; touch error.log; chown www-data error.log; cp spa.conf now.conf'
nginx='nginx -p $PWD -e error.log -c $PWD/now.conf'
setup local "$nginx"
wait_port local 8080
get() { on local "curl -s -o answer -w '%{http_code}\n' http://127.0.0.1:8080/users/7; grep -oE 'title>[^<]+|^home' answer"; }
reload() { # 旧 worker 还在时，它也会回答：等它退出
    local worker
    worker=$(pgrep -P "$(cat nginx.pid)")
    setup local "$nginx -s reload"
    wait_for "! kill -0 $worker" 20
}
note '构建的产物多套了一层目录：index.html 在 dist/build 里'
get
expect '500' contains "$output" '500 Internal Server Error'
on local 'grep -oE "rewrite or internal redirection cycle .*index.html\"" error.log | sort -u'
expect '日志说在绕圈' contains "$output" 'while internally redirecting to "/index.html"'
on local 'ls /run/web/dist/index.html'
expect '它要的文件不在' [ "$status" -ne 0 ]
note '流传的办法：末尾加 =404'
sed 's,/index.html;,/index.html =404;,' spa.conf >now.conf
reload
get
expect '只是 500 变成 404，页面还是没有' contains "$output" '404 Not Found'
note '配置改回来，把文件放对'
cp spa.conf now.conf
mv /run/web/dist/build/* /run/web/dist/
reload
get
expect '好了' contains "$output" home
note '文件在，上级目录却不让 worker 的用户进'
setup local 'chmod 700 /run/web/dist; : >error.log'
get
expect '也是 500' contains "$output" 500
on local 'grep -oE "(stat|open)\(\) .* failed \([^)]*\)|rewrite or internal.*\"/index.html\"" error.log | sort -u'
expect '多一句 Permission denied' contains "$output" '(13: Permission denied)'
on local 'namei -l /run/web/dist/index.html | awk "NR > 3 { print \$1, \$2, \$4 }"'
setup local 'chmod 755 /run/web/dist'
get
expect '给目录 x 就好' contains "$output" home
setup local 'kill "$(cat nginx.pid)"'
