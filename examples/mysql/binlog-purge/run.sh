# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306 --server-id=1 --log-bin=bin
note '默认保留多久'
sql db "show variables where variable_name in ('log_bin', 'binlog_expire_logs_seconds', 'max_binlog_size', 'max_binlog_total_size')"
ask db 'create database d; flush binary logs; create table d.t (a int); flush binary logs'
[ "$product" = mysql ] || # 崩溃恢复可能还要的文件不清：等检查点走到最新的文件
    until_true db "show binlog events in 'bin.000003'" 'Info: bin.000003'
note '第一个文件是三天前写的'
touch -d '3 days ago' /run/db/bin.000001
sql_file db purge.sql
expect '清之前三个，清之后两个' [ "$(grep -c '^bin' <<<"$output")" -eq 5 ]
expect '旧文件从磁盘上也没了' [ ! -e /run/db/bin.000001 ]
note '用 rm 删：列表里还有它，大小是 0'
on local 'rm /run/db/bin.000002'
sql db 'show binary logs'
expect '还记着' contains "$output" bin.000002
sql db "show binlog events in 'bin.000002'"
expect '读不出来' [ "$status" -ne 0 ]
note '补救：再 PURGE 一次，列表就对了'
sql db "purge binary logs to 'bin.000003'; show warnings; show binary logs"
expect '只剩正在写的' lacks "$output" $'bin.000002\t0'
stop_mysql db
