# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --max-connections=10
mariadb --no-defaults -S /run/db.sock -e "create user app@localhost identified by 'example'"
hold() { # 占住一条连接；正好撞上检查用的那一条就再试
    until mariadb --no-defaults -S /run/db.sock -uapp -pexample -e 'do sleep(30)' 2>"hold.$1"; do
        grep -q 1040 "hold.$1" || return
        sleep 0.2
    done
}
for number in {1..10}; do
    hold "$number" &
    disown
done
# 只数在等的：被拒绝的那一条先登录，再被拒绝，其间也在列表里
wait_for "[ \$(mariadb --no-defaults -S /run/db.sock -Ne \"select count(*) from information_schema.processlist where user='app' and state='User sleep'\") -eq 10 ]" 20
on local 'mariadb --no-defaults -S /run/db.sock -uapp -pexample -e "select 1" 2>&1'
expect '第十一条：1040' contains "$output" 'ERROR 1040'
sql db "select user, command, count(*) from information_schema.processlist where user = 'app' group by user, command; show global status where variable_name in ('Threads_connected', 'Max_used_connections')"
expect 'root 还有多留的一条' contains "$output" $'Threads_connected\t11'
sql db "set global max_connections=50; show variables like 'wait_timeout'"
sql_file db kill.sql
wait_for "[ \$(mariadb --no-defaults -S /run/db.sock -Ne \"select count(*) from information_schema.processlist where user='app'\") -eq 0 ]" 20
on local 'mariadb --no-defaults -S /run/db.sock -uapp -pexample -Ne "select 1" 2>&1'
expect '恢复了' [ "$output" = 1 ]
stop_mysql db
