# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --log-bin=bin --server-id=1
sql db "show variables where variable_name in ('innodb_flush_log_at_trx_commit', 'innodb_flush_log_at_timeout', 'sync_binlog', 'sync_relay_log')"
expect 'MariaDB 的 sync_binlog 默认是 0' contains "$output" $'sync_binlog\t0'
sql db 'set sync_binlog=1'
expect '只能改全局的' contains "$output" 'ERROR 1229'
sql db 'set persist sync_binlog=1'
expect 'MariaDB 没有 SET PERSIST' contains "$output" 'ERROR 1064'
sql db 'set global sync_binlog=-1; show warnings; set global innodb_flush_log_at_trx_commit=4; show warnings; select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
expect '越界的值被截断，只有警告' contains "$output" 1292
sql db 'set global sync_binlog=1; set global innodb_flush_log_at_trx_commit=2; select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
stop_mysql db
start_mysql db 13306 --log-bin=bin --server-id=1
note '重启以后'
sql db 'select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
expect '回到配置文件和默认的值' contains "$output" $'\n0\t1'
stop_mysql db
