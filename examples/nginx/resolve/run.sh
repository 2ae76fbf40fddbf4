# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
# point 地址：名字现在指向它。启动时问的是 /etc/hosts，resolver 问的是 dns.py。
cp /etc/hosts hosts
mount --bind hosts /etc/hosts
point() {
    printf '127.0.0.1 localhost\n%s fixed.example\n' "$1" >hosts
    echo "$1" >address
}
serve() {
    background local "exec python3 -m http.server --bind $1 9001"
    wait_port local 9001
}
point 127.0.0.1
background local 'exec python3 dns.py'
serve 127.0.0.1
old=$pid
start_nginx names.conf
codes='for port in 8080 8081 8082; do curl -s -o answer -w "$port %{http_code}\n" http://127.0.0.1:$port/; done'
on local "$codes"
expect '开始时都通' [ "$(grep -c 200 <<<"$output")" -eq 3 ]
stop "$old"
serve 127.0.0.2
point 127.0.0.2
sleep 2.5
note '后端换到 127.0.0.2，DNS 也改了'
on local "$codes"
expect '直接写名字的一直连旧地址；写成变量的跟上了' contains "$output" $'8080 502\n8081 200'
expect '变量里的名字在别处直接写过：用的是那一份，也没跟上' contains "$output" '8082 502'
worker=$(pgrep -P "$(cat nginx.pid)")
on local 'nginx -p $PWD -e error.log -c $PWD/names.conf -s reload'
wait_for "! kill -0 $worker" 10
on local "$codes"
expect '重载以后重新解析' [ "$(grep -c 200 <<<"$output")" -eq 3 ]
stop_nginx
on local 'sed s/fixed.example:9001/gone.invalid:9001/ names.conf >gone.conf; nginx -t -p $PWD -e error.log -c $PWD/gone.conf 2>&1 | grep -o "host not found in upstream.*"'
expect '启动时解析不了：起不来' contains "$output" 'host not found in upstream "gone.invalid"'
