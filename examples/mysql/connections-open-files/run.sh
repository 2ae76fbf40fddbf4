# shellcheck disable=SC2016,SC2154 # the commands in quotes are expanded on the host; mysql.sh sets the server's name
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
limited() { # 能打开的文件数：用这个上限启动，--max-connections=2000
    rm -f /run/db.err
    printf 'local# ulimit -n %s; %s --max-connections=2000 &\n' "$1" "$server_program"
    (
        ulimit -n "$1"
        start_mysql db 13306 --max-connections=2000
    )
    sql db 'select @@max_connections, @@open_files_limit'
}
note '单元里没有写 LimitNOFILE，上限是 1024'
limited 1024
shown=$output
on local 'grep "Max open files" /proc/$(cat /run/db.pid)/limits | tr -s " "'
if [ "$product" = mysql ]; then
    expect '缩成 1024 − 10 − 800 = 214' contains "$shown" $'\n214\t'
    on local 'grep -o "Changed limits.*" /run/db.err'
    expect '错误日志里有' contains "$output" 'max_connections: 214 (requested 2000)'
    note '运行着改大：不报错，文件描述符还是那么多'
    sql db 'set global max_connections = 2000; select @@max_connections, @@open_files_limit'
    expect '数字变了，上限没有变' contains "$output" $'\n2000\t1024'
else
    expect 'MariaDB 不缩小' contains "$shown" $'\n2000\t1024'
    on local 'grep -cE "Changed limits|Could not increase" /run/db.err'
    expect '也不说' [ "$output" = 0 ]
fi
stop_mysql db
note '上限提高以后，重启'
limited 20000
expect '写多少是多少' contains "$output" $'\n2000\t20000'
on local 'grep -c "Changed limits" /run/db.err'
expect '错误日志里没有了' [ "$output" = 0 ]
stop_mysql db
