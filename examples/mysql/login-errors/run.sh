# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 3306
tcp="$client --no-defaults -h127.0.0.1"
unix="$client --no-defaults -S /run/db.sock"
ask db "create database shop; create user app@localhost identified by 'example'; grant select on shop.* to app@localhost"
note '== 口令错；没写 -p，就是“using password: NO”'
on local "$tcp -uapp -pwrong -e 'select 1' 2>&1 | grep ERROR; $tcp -uapp -e 'select 1' 2>&1 | grep ERROR"
expect '1045' contains "$output" 'using password: NO'
note '== 有账号，没有这个库的权限'
on local "$tcp -uapp -pexample mysql -e 'select 1' 2>&1 | grep ERROR"
expect '1044' contains "$output" 1044
note '== 账号里写的是别的地址：名字对也是 1045；先看有哪几个'
ask db "create user web@'10.0.0.5' identified by 'example'"
on local "$tcp -uweb -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '1045，和口令错同一句' contains "$output" 1045
sql_file db accounts.sql
sql db "rename user web@'10.0.0.5' to web@'127.0.0.1'"
on local "$tcp -uweb -pexample -Ne 'select current_user()' 2>&1 | grep -v -i warning"
expect '改对就能进' contains "$output" web@
note '== 认证插件没有了'
if [ "$product" = mysql ]; then
    sql db "create user old@localhost identified with mysql_native_password by 'example'"
    expect '1524：9.0 起没有这个插件' contains "$output" 'ERROR 1524'
    sql db "create user old@localhost identified with caching_sha2_password by 'example'"
    expect '换成 caching_sha2_password' [ "$status" -eq 0 ]
    note '== 第一次登录，连接没有加密'
    on local "$tcp --ssl-mode=DISABLED -uold -pexample -e 'select 1' 2>&1 | grep ERROR"
    expect '2061' contains "$output" 'Authentication requires secure connection'
    on local "$tcp --ssl-mode=DISABLED --get-server-public-key -uold -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
    expect '取公钥加密口令；或者打开 TLS' [ "$output" = 1 ]
    note '这以后不加密也能登录，直到服务器重启或 FLUSH PRIVILEGES：缓存里有它'
    on local "$tcp --ssl-mode=DISABLED -uold -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
    expect '缓存里有' [ "$output" = 1 ]
    ask db 'flush privileges'
    on local "$tcp --ssl-mode=DISABLED -uold -pexample -e 'select 1' 2>&1 | grep ERROR"
    expect '又是 2061' contains "$output" 2061
else
    sql db "create user old@localhost identified via mysql_native_password using password('example')"
    expect 'MariaDB 还有这个插件' [ "$status" -eq 0 ]
    sql db "create user gone@localhost identified via caching_sha2_password using 'example'"
    expect 'MariaDB 默认没有 MySQL 的这个' contains "$output" 'ERROR 1524'
fi
note '== 套接字账号，操作系统的用户不对'
plugin=auth_socket
[ "$product" = mysql ] || plugin=unix_socket
ask db "create user daemon@localhost identified with $plugin" 2>/dev/null || ask db "create user daemon@localhost identified via $plugin"
on local "$unix -udaemon -e 'select 1' 2>&1 | grep ERROR"
expect '1698' contains "$output" 1698
note '== 账号锁了，口令过期了'
sql db 'alter user app@localhost account lock'
on local "$tcp -uapp -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '说得出是锁了' contains "$output" locked
sql db 'alter user app@localhost account unlock; alter user app@localhost password expire'
on local "$tcp -uapp -pexample -e 'select 1' 2>&1 | grep -vE 'Warning|^-|^select|^\$'"
sql db "alter user app@localhost identified by 'example'"
on local "$tcp -uapp -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
expect '换了口令就好' [ "$output" = 1 ]
note '== 根本没连上：套接字没有，端口没人听'
on local "$client --no-defaults -S /run/none.sock -e 'select 1' 2>&1 | grep ERROR; $tcp -P3399 -e 'select 1' 2>&1 | grep ERROR"
expect '2002' contains "$output" 2002
stop_mysql db
