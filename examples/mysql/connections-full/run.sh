# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --max-connections=10
login="$client --no-defaults -S /run/db.sock"
privilege='connection admin' processes=information_schema.processlist
[ "$product" = mariadb ] || privilege='connection_admin' processes=performance_schema.processlist
for name in app old admin; do ask db "create user $name@localhost identified by 'example'"; done
ask db "grant super on *.* to old@localhost; grant $privilege on *.* to admin@localhost"
waiting="select count(*) from $processes where user = 'app' and state = 'User sleep'"
hold() { # 占住一条连接；正好撞上检查用的那一条就再试
    until $login -uapp -pexample -e 'do sleep(60)' 2>"hold.$1"; do
        grep -q 1040 "hold.$1" || return
        sleep 0.2
    done
}
for number in {1..10}; do
    hold "$number" &
    disown
done
# 只数在等的：被拒绝的那一条先登录，再被拒绝，其间也在列表里
wait_for "[ \$($login -Ne \"$waiting\" 2>/dev/null) -eq 10 ]" 40
note '普通账号'
on local "$login -uapp -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '第十一条：1040' contains "$output" 'ERROR 1040'
note "只有 SUPER 的账号；有 ${privilege^^} 的账号"
on local "$login -uold -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
old=$output
on local "$login -uadmin -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
expect '有这个权限的进得去' [ "$output" = 1 ]
if [ "$product" = mysql ]; then
    expect 'SUPER 也进得去' [ "$old" = 1 ]
else
    expect '只有 SUPER 不够' contains "$old" 'ERROR 1040'
fi
note '谁占着'
sql db "select user, command, count(*) from $processes where user = 'app' group by user, command; show global status where variable_name in ('Threads_connected', 'Max_used_connections')"
expect 'root 也从多留的一条进来' contains "$output" $'Threads_connected\t11'
note '先临时加大，再结束占着的'
sql db "set global max_connections = 50; show variables like 'wait_timeout'"
sql_file db kill-mariadb.sql
if [ "$product" = mysql ]; then
    expect 'MySQL 没有 KILL USER' contains "$output" 'ERROR 1064'
    on local "$login -N <kill-mysql.sql | $login"
else
    expect 'MariaDB 有' [ -z "$output" ]
fi
wait_for "[ \$($login -Ne \"select count(*) from $processes where user = 'app'\" 2>/dev/null) -eq 0 ]" 40
on local "$login -uapp -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
expect '恢复了' [ "$output" = 1 ]
stop_mysql db
