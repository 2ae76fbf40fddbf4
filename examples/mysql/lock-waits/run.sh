# shellcheck disable=SC2016,SC2154 # conditions in quotes are expanded when they are tried; mysql.sh sets client
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
processes=information_schema.processlist
[ "$product" = mariadb ] || processes=performance_schema.processlist
ask db 'create database d; create table d.t (id int primary key, v int) engine=innodb; insert into d.t values (1, 0), (2, 0)'
# 会话从命名管道读语句，连接一直开着；被 KILL 以后重开
open() {
    rm -f "$1"
    mkfifo "$1"
    "$client" --no-defaults --unbuffered --force -S /run/db.sock d <"$1" >>"$1.log" 2>&1 &
    disown
    if [ "$1" = one ]; then exec 4>one; else exec 5>two; fi
}
open one
open two
say() { # 会话 语句
    printf '%s> %s\n' "$1" "$2"
    if [ "$1" = one ]; then printf '%s;\n' "$2" >&4; else printf '%s;\n' "$2" >&5; fi
}
told() { # 会话 文字：等它打印这段文字，显示有号码的行
    wait_for "grep -q '$2' $1.log" 30
    output=$(grep -E "$2" "$1.log" | sort -u)
    printf '%s\n' "$output"
}
# 问得太密，innodb_trx 一直给旧的内容（0.1 秒没人读才更新），所以隔 0.2 秒问一次
calm() { wait_for "sleep 0.2; $client --no-defaults -S /run/db.sock -Ne '$1' | grep -qx 1" 30; }
opened='select count(*) from information_schema.innodb_trx where trx_rows_modified'
waiting='select count(*) from sys.innodb_lock_waits'
note '== one 改了第 1 行，没有提交；two 也要改它'
say one 'begin; update t set v = 1 where id = 1'
calm "$opened"
say two 'set innodb_lock_wait_timeout = 2; begin; update t set v = 9 where id = 2; update t set v = 2 where id = 1'
told two 'ERROR 1205'
expect '1205' contains "$output" 'Lock wait timeout exceeded'
note '1205 只回滚了这一句：two 的事务还开着，第 2 行还锁着'
sql db 'set innodb_lock_wait_timeout = 1; update d.t set v = 3 where id = 2'
expect '第三个人也等到超时' contains "$output" 'ERROR 1205'
say two 'rollback'
note '谁占着：blocking_query 是 NULL，它没有在执行语句'
say two 'set innodb_lock_wait_timeout = 60; update t set v = 2 where id = 1'
calm "$waiting"
sql db 'select waiting_query, blocking_query, blocking_trx_rows_modified from sys.innodb_lock_waits'
expect '占着锁的会话没有在执行语句' contains "$output" $'NULL\t1'
note '旧办法里的表'
sql db 'select lock_table, lock_data from information_schema.innodb_locks'
[ "$product" = mariadb ] || expect '8.0 起没有了' contains "$output" 'ERROR 1109'
note '结束它'
sql db "select concat('kill ', blocking_pid) as kill_it from sys.innodb_lock_waits"
ask db "${output##*$'\n'}"
until_true db 'select v from d.t where id = 1' 'v: 2'
sql db 'select v from d.t where id = 1'
expect '等着的立刻改成了' contains "$output" 2
open one
note '== one 读过表，没有提交；谁也改不了表结构，后来的查询跟着排队'
say one 'begin; select count(*) from t'
calm 'select count(*) from information_schema.innodb_trx'
say two 'set lock_wait_timeout = 60; alter table t add column w int'
until_true db "select state from $processes" 'metadata lock'
sql db 'set lock_wait_timeout = 1; select count(*) from d.t'
expect '查询也是 1205' contains "$output" 'ERROR 1205'
sql db "select command, state, info from $processes where db = 'd' order by command"
expect '占着元数据锁的也是闲着的连接' contains "$output" 'Waiting for table metadata lock'
if [ "$product" = mysql ]; then
    sql db "select object_name, waiting_query, blocking_lock_type, concat('kill ', blocking_pid) as kill_it from sys.schema_table_lock_waits where waiting_pid <> blocking_pid"
    ask db "${output##*$'\t'}"
else
    sql db "select concat('kill ', trx_mysql_thread_id) as kill_it from information_schema.innodb_trx order by trx_started limit 1"
    ask db "${output##*$'\n'}"
fi
until_true db 'show create table d.t' '`w` int'
sql db 'set lock_wait_timeout = 1; select count(*) from d.t'
expect '表结构改好了，查询也通了' [ "$status" -eq 0 ]
open one
note '== 交叉着改两行：死锁，一个立刻被回滚'
say one 'begin; update t set v = 1 where id = 1'
calm "$opened"
say two 'begin; update t set v = 2 where id = 2; update t set v = 2 where id = 1'
calm "$waiting"
say one 'update t set v = 1 where id = 2'
wait_for 'grep -q 1213 one.log two.log' 20
output=$(grep -oh 'ERROR 1213.*' one.log two.log | sed 's/ at line [0-9]*//')
printf '%s\n' "$output"
expect '只回滚一个' [ "$(grep -c 1213 <<<"$output")" -eq 1 ]
say one 'commit'
say two 'commit'
note '最近的一次死锁留在这里：两边各是哪一句'
on local "$client --no-defaults -S /run/db.sock -E -e 'show engine innodb status' | sed -n '/LATEST DETECTED DEADLOCK/,/^TRANSACTIONS/p' | grep -oE '^update.*|WE ROLL BACK' | sort"
expect '两句都在' [ "$(grep -c '^update' <<<"$output")" -eq 2 ]
note '两边都先改第 1 行，再改第 2 行：一个等一个，没有死锁'
say one 'begin; update t set v = 1 where id = 1; update t set v = 1 where id = 2'
calm "$opened"
say two 'begin; update t set v = 2 where id = 1; update t set v = 2 where id = 2; commit'
calm "$waiting"
say one 'commit'
until_true db 'select sum(v) from d.t' ': 4'
sql db 'select id, v from d.t'
expect '两个都做完了' contains "$output" $'1\t2\n2\t2'
expect '没有再出现 1213' [ "$(cat one.log two.log | grep -c 1213)" -eq 1 ]
stop_mysql db
