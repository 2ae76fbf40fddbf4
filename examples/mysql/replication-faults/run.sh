# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
note '有人直接写了从库，主库再写同一个主键'
sql replica "insert into shop.t values (1, 'wrong')"
sql source "insert into shop.t values (1, 'right')"
wait_for "mariadb --no-defaults -S /run/replica.sock -e 'show replica status\G' | grep -q 'Last_SQL_Errno: 1062'" 20
sql replica 'show replica status\G' >/dev/null
printf '%s\n' "$output" | grep -E 'Slave_SQL_Running:|Last_SQL_Errno|Seconds_Behind' | sed 's/^ *//'
expect '应用线程停在 1062' contains "$output" 'Slave_SQL_Running: No'
expect '延迟是 NULL，不是 0' contains "$output" 'Seconds_Behind_Master: NULL'
note '修数据，而不是跳过：删掉从库上写错的那一行'
sql replica 'set sql_log_bin=0; delete from shop.t where id = 1; start replica'
wait_for "mariadb --no-defaults -S /run/replica.sock -Ne 'select v from shop.t' | grep -q right" 20
sql replica 'select v from shop.t'
expect '两边一致了' contains "$output" right
note '只停应用线程：接收还在继续'
sql replica 'stop replica sql_thread'
sql source "insert into shop.t values (2, 'late')"
wait_for "grep -q late /run/replica/relay* 2>/dev/null || mariadb --no-defaults -S /run/replica.sock -e 'show replica status\G' | grep -q 'Slave_IO_Running: Yes'" 10
sql replica 'select count(*) from shop.t; show replica status\G' >/dev/null
printf '%s\n' "$output" | grep -E '^[0-9]+$|Slave_IO_Running:|Slave_SQL_Running:' | sed 's/^ *//'
expect '从库还是一行' contains "$output" $'count(*)\n1'
sql replica 'start replica'
note '半同步：主库等一个从库确认收到，等不到就退回异步'
sql source 'set global rpl_semi_sync_master_enabled=1; set global rpl_semi_sync_master_timeout=500'
sql replica 'set global rpl_semi_sync_slave_enabled=1; stop replica io_thread; start replica io_thread'
wait_for "mariadb --no-defaults -S /run/source.sock -Ne \"show status like 'Rpl_semi_sync_master_clients'\" | grep -q 1" 20
sql source "insert into shop.t values (3, 'semi'); show status like 'Rpl_semi_sync_master_status'"
expect '有从库确认' contains "$output" ON
sql replica 'stop replica io_thread'
sql source "insert into shop.t values (4, 'alone'); show status like 'Rpl_semi_sync_master_status'"
expect '半秒没有确认：退回异步，写入照样成功' contains "$output" OFF
sql replica 'start replica io_thread'
note '主库停了'
stop_mysql source
wait_for "mariadb --no-defaults -S /run/replica.sock -e 'show replica status\G' | grep -q 'Slave_IO_Running: Connecting'" 30
sql replica 'show replica status\G' >/dev/null
printf '%s\n' "$output" | grep -E 'Slave_IO_Running:|Last_IO_Errno|Connect_Retry' | sed 's/^ *//'
expect '接收线程在重连，间隔 60 秒' contains "$output" 'Connect_Retry: 60'
note '哪些语句 MariaDB 认，哪些是 MySQL 8.4 的'
for statement in 'show replica status' 'show slave status' 'show replica hosts' 'show master status' \
    'show binary log status' 'show replicas' 'reset binary logs and gtids'; do
    mariadb --no-defaults -S /run/replica.sock -e "$statement" >/dev/null 2>/run/error && echo "$statement: 认" || echo "$statement: $(grep -o 'ERROR [0-9]*' /run/error)"
done | tee /run/statements
expect 'MySQL 8.4 的新语句 MariaDB 报语法错' [ "$(grep -c 'ERROR 1064' /run/statements)" -eq 3 ]
stop_mysql replica
