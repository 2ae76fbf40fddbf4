# shellcheck disable=SC2154 # mysql.sh sets dump, binlog and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --server-id=1 --log-bin=bin --binlog-format=ROW
ask db 'create database shop; create table shop.t (id int primary key) engine=innodb; insert into shop.t values (1), (2)'
options='--single-transaction --routines --events'
[ "$product" = mysql ] && options+=' --set-gtid-purged=OFF --source-data=2' || options+=' --master-data=2'
on local "$dump --no-defaults -S /run/db.sock $options --databases shop >full.sql; grep -oE '(MASTER|SOURCE)_LOG_FILE=.*' full.sql"
start=$(grep -o '[0-9]*;$' <<<"$output" | tr -d ';')
note '备份以后又写了两行，然后有人误删'
sql db 'insert into shop.t values (3), (4)'
sql db 'delete from shop.t; select count(*) from shop.t'
expect '全没了' contains "$output" $'\n0'
note '在 binlog 里找误删的事务：停在它的 Gtid 事件'
on local "$client --no-defaults -S /run/db.sock -e \"show binlog events in 'bin.000001'\" | cut -f2,3 | tail -n 10"
stop=$(awk '$2 == "Gtid" { gtid = $1 } /Delete_rows/ { print gtid }' <<<"$output")
expect '断开的地方在备份之后' [ "$stop" -gt "$start" ]
note '恢复到另一个实例：先全量，再放备份的位置到误删之前的一段'
start_mysql copy 13307
on local "$client --no-defaults -S /run/copy.sock <full.sql"
on local "$binlog --no-defaults --start-position=$start --stop-position=$stop /run/db/bin.000001 | $client --no-defaults -S /run/copy.sock"
sql copy 'select * from shop.t'
expect '备份之后的两行也在' contains "$output" $'3\n4'
if [ "$product" = mysql ]; then
    note '往同一台里放：退出码 0，一行也没放进去，这些 GTID 它已经执行过'
    on local "mysql --no-defaults -S /run/db.sock <full.sql"
    on local "mysqlbinlog --no-defaults --start-position=$start --stop-position=$stop /run/db/bin.000001 | mysql --no-defaults -S /run/db.sock"
    sql db 'select count(*) from shop.t'
    expect '还是备份时的两行' contains "$output" $'\n2'
    on local "mysqlbinlog --no-defaults --skip-gtids --start-position=$start --stop-position=$stop /run/db/bin.000001 | mysql --no-defaults -S /run/db.sock"
    sql db 'select count(*) from shop.t'
    expect '加 --skip-gtids 就放进去了' contains "$output" $'\n4'
fi
stop_mysql copy
stop_mysql db
