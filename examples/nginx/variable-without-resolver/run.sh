# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/nginx/worker-connections/web.sh
. ./web.sh
backends s1:9001
cp /etc/hosts hosts
mount --bind hosts /etc/hosts
echo '127.0.0.1 app.example other.example' >>hosts
echo 127.0.0.1 >address
start_nginx names.conf
# ask 路径：状态，error.log 里的那一句
ask() {
    : >error.log
    on local "curl -s -o /dev/null -w '%{http_code}\n' http://127.0.0.1:8080/$1/; grep -oE 'no resolver defined.*[a-z]+\.example|[a-z.]+ could not be resolved \([^)]*\)|invalid URL prefix in \"[^\"]*\"' error.log"
}
note '名字写在 /etc/hosts 里，系统解析得了'
on local 'getent hosts app.example'
ask literal
expect '直接写名字：启动时按系统的办法解析，好的' [ "$output" = 200 ]
sed -i 's,location /literal/ .*,,; s/set $backend app.example;/set $backend other.example;/' names.conf
stop_nginx
note '名字放进变量'
start_nginx names.conf
ask variable
expect '502：/etc/hosts 和 resolv.conf 都不看' contains "$output" 'no resolver defined to resolve other.example'
note 'DNS 还没有起来，resolver 写了'
ask resolver
expect '另一句：问了，没有人答' contains "$output" 'could not be resolved'
background local 'exec python3 dns.py'
wait_for 'ip netns exec local ss -Hlun "sport = :5353" | grep -q .' 20
ask resolver
expect 'DNS 起来就好，不用重载' [ "$output" = 200 ]
note '变量里是 upstream 的名字：不用解析'
ask group
expect '好的' [ "$output" = 200 ]
note '变量里没有 http://'
ask wrong
expect '500，又是另一句' contains "$output" 'invalid URL prefix in "other.example"'
stop_nginx
