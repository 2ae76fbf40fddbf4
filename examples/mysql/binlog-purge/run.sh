# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --server-id=1 --log-bin=bin
mariadb --no-defaults -S /run/db.sock -e 'create database d; flush binary logs; create table d.t (a int); flush binary logs'
# 崩溃恢复可能还要的文件不清：等检查点走到最新的文件
wait_for "mariadb --no-defaults -S /run/db.sock -e \"show binlog events in 'bin.000003'\" | grep -q 'Binlog_checkpoint.*bin.000003'" 20
note '第一个文件是三天前写的'
touch -d '3 days ago' /run/db/bin.000001
sql_file db purge.sql
expect '清之前三个，清之后两个' [ "$(grep -c '^bin' <<<"$output")" -eq 5 ]
expect '旧文件从磁盘上也没了' [ ! -e /run/db/bin.000001 ]
stop_mysql db
