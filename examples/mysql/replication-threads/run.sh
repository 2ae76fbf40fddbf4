# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
for name in source replica; do cp "$name-$product.cnf" "/run/$name.cnf"; done
sed -i 's/^server_id = 2/server_id = 1/' /run/replica.cnf
start_mysql source 13306
start_mysql replica 13307
sql_file source account.sql
sql_file replica "join-$product.sql"
note '两台的 server_id 都是 1：IO 线程停下'
until_true replica 'show replica status' 'Last_IO_Errno: (1593|13117)'
replica_status replica "${field}_IO_Running|Last_IO_Errno|Last_IO_Error|Seconds_Behind.*"
expect 'server_id 相同' contains "$output" 'server ids'
note '在从库的配置文件里改成 2，重启'
stop_mysql replica
cp "replica-$product.cnf" /run/replica.cnf
start_mysql replica 13307
until_true replica 'show replica status' "${field}_IO_Running: Yes"
sql source "create database shop; create table shop.t (id int primary key, v varchar(9)) engine=innodb; insert into shop.t values (1, 'one')"
until_true replica 'select * from shop.t' one
sql replica 'select @@server_id, shop.t.* from shop.t'
expect '从库有了这一行；重启以后复制自己接上' contains "$output" $'2\t1\tone'
note '主库：给每个从库一个 Dump 线程'
if [ "$product" = mysql ]; then
    processes=performance_schema.processlist
    theirs="user in ('repl', 'system user') and command <> 'Daemon'"
else
    processes=information_schema.processlist
    theirs="command like 'Slave%' or command like 'Binlog Dump%'"
fi
until_true source "select state from $processes where $theirs" 'Source has sent all|Master has sent all'
sql source "select command, state from $processes where $theirs"
expect 'Dump 线程' contains "$output" 'Binlog Dump'
note '从库：一个接收，一个应用（或一个协调者带几个工作线程）'
until_true replica "select state from $processes where $theirs" 'has read all relay log'
sql replica "select state, count(*) from $processes where $theirs group by state order by state"
expect '接收线程在等主库' contains "$output" 'to send event'
expect '应用线程追上了' contains "$output" 'has read all relay log'
note '复制状态里先看的几行'
until_true replica 'show replica status' 'Seconds_Behind_(Source|Master): 0'
replica_status replica "${field}_(IO|SQL)_Running|Seconds_Behind.*|Using_Gtid|Auto_Position|(Master|Source)_SSL_Allowed"
expect '两个都是 Yes' [ "$(grep -cE "${field}_(IO|SQL)_Running: Yes" <<<"$output")" -eq 2 ]
note '执行到哪一个事务：主库和从库的 GTID 相同'
if [ "$product" = mysql ]; then position='@@gtid_executed'; else position='@@gtid_current_pos'; fi
on local "for name in source replica; do $client --no-defaults -S /run/\$name.sock -Ne 'select $position'; done"
expect '相同' [ "$(sort -u <<<"$output" | wc -l)" -eq 1 ]
on local 'ls /run/source | grep "^bin" | xargs'
expect '文件名是前缀加序号' contains "$output" 'bin.000001'
on local "$client --no-defaults -S /run/source.sock -e \"show binlog events in 'bin.000001'\" | cut -f3 | tail -n 5 | xargs"
expect '行格式：写进去的是行的变更' contains "$output" Write_rows
stop_mysql replica
stop_mysql source
