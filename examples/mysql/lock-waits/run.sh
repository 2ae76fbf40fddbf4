# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
mariadb --no-defaults -S /run/db.sock -e 'create database d; create table d.t (id int primary key, v int) engine=innodb; insert into d.t values (1, 0), (2, 0)'
# 两个会话，从命名管道读语句，连接一直开着
for name in one two; do
    mkfifo "$name"
    mariadb --no-defaults --unbuffered --force -S /run/db.sock d <"$name" >"$name.log" 2>&1 &
    disown
done
exec 4>one 5>two
say() { # 会话 语句
    printf '%s> %s\n' "$1" "$2"
    if [ "$1" = one ]; then printf '%s;\n' "$2" >&4; else printf '%s;\n' "$2" >&5; fi
}
seen() { # 等进程表里出现这句
    wait_for "mariadb --no-defaults -S /run/db.sock -Ne 'show full processlist' | grep -v 'show full' | grep -q '$1'" 10
}
note '会话 one 改了第 1 行，没有提交；two 也要改它'
say one 'begin; update t set v = 1 where id = 1'
wait_for "sleep 0.2; mariadb --no-defaults -S /run/db.sock -Ne 'select trx_rows_modified from information_schema.innodb_trx' | grep -q 1" 10
say two 'set innodb_lock_wait_timeout = 3; update t set v = 2 where id = 1'
wait_for "sleep 0.2; mariadb --no-defaults -S /run/db.sock -Ne 'select 1 from sys.innodb_lock_waits' | grep -q 1" 10
sql db 'select waiting_query, blocking_query, blocking_trx_rows_modified from sys.innodb_lock_waits'
expect '占着锁的会话没有在执行语句' contains "$output" NULL
wait_for 'grep -q 1205 two.log' 20
cat two.log
note 'one 的事务开着，谁也改不了表结构，后来的查询也跟着排队'
say two 'set lock_wait_timeout = 3; alter table t add column w int'
seen 'metadata lock.*alter table'
sql db 'set lock_wait_timeout = 1; select count(*) from d.t'
sql db "select command, state, info from information_schema.processlist where user = 'root' and db = 'd' order by command"
expect '占着元数据锁的也是闲着的连接' contains "$output" 'Waiting for table metadata lock'
wait_for '[ "$(grep -c 1205 two.log)" -eq 2 ]' 20
say one rollback
note '交叉着改两行：死锁，一个立刻被回滚'
say one 'begin; update t set v = 1 where id = 1'
wait_for "sleep 0.2; mariadb --no-defaults -S /run/db.sock -Ne 'select trx_rows_modified from information_schema.innodb_trx' | grep -q 1" 10
say two 'begin; update t set v = 2 where id = 2; update t set v = 2 where id = 1'
wait_for "sleep 0.2; mariadb --no-defaults -S /run/db.sock -Ne 'select 1 from sys.innodb_lock_waits' | grep -q 1" 10
say one 'update t set v = 1 where id = 2'
wait_for 'grep -q 1213 one.log two.log' 20
output=$(grep -oh 'ERROR 1213.*' one.log two.log)
printf '%s\n' "$output"
expect '只回滚一个' [ "$(grep -c 1213 <<<"$output")" -eq 1 ]
stop_mysql db
