# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
broken() { # 号码：等应用线程停在它上面，打印状态；MySQL 的详情在工作线程的表里
    until_true replica 'show replica status' "Last_SQL_Errno: $1"
    until_true replica 'show replica status' "${field}_SQL_Running: No"
    replica_status replica "${field}_SQL_Running|Last_SQL_Errno|Last_SQL_Error|Seconds_Behind.*"
    if [ "$product" = mysql ]; then
        sql replica 'select last_error_message from performance_schema.replication_applier_status_by_worker where last_error_number > 0'
    fi
}
mended() {
    until_true replica 'show replica status' "${field}_SQL_Running: Yes"
    until_true replica "$1" "$2"
}
start_pair
note '== 1062：有人直接写了从库，主库再写同一个主键'
sql replica "insert into shop.t values (1, 'wrong')"
sql source "insert into shop.t values (1, 'right')"
broken 1062
expect '延迟是 NULL，不是 0' grep -q 'Seconds_Behind.*NULL' <(ask replica 'show replica status' -E)
note '修数据，而不是跳过：先抄下这一行，再删掉从库上写错的'
sql replica 'select * from shop.t where id = 1'
sql replica 'set sql_log_bin=0; delete from shop.t where id = 1; start replica'
mended 'select v from shop.t' right
sql replica 'select v from shop.t'
expect '两边一致了' contains "$output" right
note '== 1032：从库上少了这一行，主库改它'
ask replica 'set sql_log_bin=0; delete from shop.t where id = 1'
sql source "update shop.t set v = 'new' where id = 1"
broken 1032
note '照主库改之前的样子补上这一行'
sql replica "set sql_log_bin=0; insert into shop.t values (1, 'right'); start replica"
mended 'select v from shop.t' new
sql replica 'select v from shop.t'
expect '改动放上去了' contains "$output" new
note '== 1396：从库上没有这个账号，主库删它'
sql source "create user app@localhost identified by 'example'"
until_true replica "select user from mysql.user where user = 'app'" app
ask replica 'set sql_log_bin=0; drop user app@localhost'
sql source 'drop user app@localhost'
broken 1396
note '补上这个账号，让主库的那句重做'
sql replica "set sql_log_bin=0; create user app@localhost identified by 'example'; start replica"
mended "select count(*) from mysql.user where user = 'app'" ': 0'
replica_status replica "${field}_SQL_Running|Last_SQL_Errno"
expect '走过去了' contains "$output" "${field}_SQL_Running: Yes"
note '== 1060：这一列从库上先加过了；结构已经一样，可以跳过这一条'
ask replica 'set sql_log_bin=0; alter table shop.t add column w int'
sql source 'alter table shop.t add column w int'
broken 1060
if [ "$product" = mysql ]; then
    failed=$(ask replica "select regexp_substr(last_error_message, '[0-9a-f-]{36}:[0-9]+') from performance_schema.replication_applier_status_by_worker where last_error_number > 0" -N)
    note '开着 GTID，旧办法什么也没跳过'
    sql replica 'set global sql_replica_skip_counter = 1; show warnings; start replica'
    until_true replica 'show replica status' 'Replica_SQL_Running: No'
    note '给卡住的那一个 GTID 放一个空事务'
    sql replica "stop replica; set gtid_next = '$failed'; begin; commit; set gtid_next = 'automatic'; start replica"
else
    sql replica 'stop replica; set global sql_slave_skip_counter = 1; start replica'
fi
sql source "update shop.t set v = 'next' where id = 1"
mended 'select v from shop.t' next
replica_status replica "${field}_SQL_Running|Last_SQL_Errno"
expect '走过去了' contains "$output" "${field}_SQL_Running: Yes"
note '== 从库自己写的留下痕迹'
if [ "$product" = mysql ]; then
    on local "mysql --no-defaults -S /run/replica.sock -Ne \"select gtid_subtract(@@gtid_executed, '\$(mysql --no-defaults -S /run/source.sock -Ne 'select @@gtid_executed')')\""
    expect '多出来的是从库自己的 UUID' contains "$output" '00013307-'
else
    sql replica 'select @@gtid_binlog_pos, @@gtid_slave_pos'
fi
note '== 只停应用线程：接收还在继续'
sql replica 'stop replica sql_thread'
sql source "insert into shop.t (id, v) values (2, 'late')"
replica_status replica "${field}_(IO|SQL)_Running|Seconds_Behind.*"
sql replica 'select count(*) from shop.t'
expect '从库还是一行' contains "$output" $'count(*)\n1'
sql replica 'start replica'
mended 'select v from shop.t' late
stop_mysql replica
stop_mysql source
