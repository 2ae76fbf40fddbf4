# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
printf '[mysqld]\nserver_id = 1\nlog_bin = bin\n' >/run/db.cnf
start_mysql db 13306
sql db "show variables where variable_name in ('innodb_flush_log_at_trx_commit', 'innodb_flush_log_at_timeout', 'sync_binlog')"
default=$(awk '$1 == "sync_binlog" { print $2 }' <<<"$output")
expect 'MySQL 默认 1，MariaDB 默认 0' [ "$default" = "$([ "$product" = mysql ] && echo 1 || echo 0)" ]
sql db 'set sync_binlog=5'
expect '只能改全局的' contains "$output" 'ERROR 1229'
note '越界的值被截断，只有警告'
sql db 'set global sync_binlog=-1; show warnings; set global innodb_flush_log_at_trx_commit=4; show warnings; select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
expect '1292' contains "$output" 1292
sql db 'set global sync_binlog=7; set global innodb_flush_log_at_trx_commit=2; select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
sql db 'set persist sync_binlog=7'
stop_mysql db
start_mysql db 13306
note '重启以后：SET GLOBAL 的没了，SET PERSIST 的还在'
sql db 'select @@sync_binlog, @@innodb_flush_log_at_trx_commit'
expect '留住了的只有 SET PERSIST 的' contains "$output" "$([ "$product" = mysql ] && printf '\n7\t1' || printf '\n0\t1')"
stop_mysql db
