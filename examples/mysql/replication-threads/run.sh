# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql source 13306 --server-id=1 --log-bin=bin --binlog-format=ROW
start_mysql replica 13307 --server-id=1 --relay-log=relay --read-only=1
sql source "create user repl@'127.0.0.1' identified by 'example'; grant replication slave on *.* to repl@'127.0.0.1'"
sql replica "change master to master_host='127.0.0.1', master_port=13306, master_user='repl', master_password='example', master_use_gtid=slave_pos; start replica; do sleep(1); show replica status\G" >/dev/null
printf '%s\n' "$output" | grep -E 'Slave_IO_Running|Last_IO_Errno' | sed 's/^ *//'
expect 'server_id 相同：1593' contains "$output" 'Last_IO_Errno: 1593'
sql replica 'stop replica; set global server_id=2; start replica'
wait_for "mariadb --no-defaults -S /run/replica.sock -e 'show replica status\G' | grep -q 'Slave_IO_Running: Yes'" 20
sql source "create database shop; create table shop.t (id int primary key, v varchar(9)) engine=innodb; insert into shop.t values (1, 'one')"
wait_for "mariadb --no-defaults -S /run/replica.sock -e 'select * from shop.t' | grep -q one" 20
sql replica 'select * from shop.t'
expect '从库有了这一行' contains "$output" one
note '主库：给每个从库一个 Dump 线程'
sql source "select command, state from information_schema.processlist where command = 'Binlog Dump'"
expect 'Dump 线程' contains "$output" 'Binlog Dump'
note '从库：一个接收，一个应用'
sql replica "select command, state from information_schema.processlist where command like 'Slave%' order by command"
expect 'IO 线程' contains "$output" 'Slave_IO'
expect 'SQL 线程' contains "$output" 'Slave_SQL'
sql replica 'show replica status\G' >/dev/null
printf '%s\n' "$output" | grep -E 'Slave_(IO|SQL)_Running:|Seconds_Behind_Master|Using_Gtid' | sed 's/^ *//'
expect '两个都是 Yes' [ "$(grep -cE 'Slave_(IO|SQL)_Running: Yes' <<<"$output")" -eq 2 ]
on local 'ls /run/source | grep "^bin" | xargs'
expect '文件名是前缀加序号' contains "$output" 'bin.000001'
sql source "show binlog events in 'bin.000001' limit 200" >/dev/null
printf '%s\n' "$output" | awk -F'\t' '$3 ~ /Write_rows/ { print $3 }'
expect '行格式：写进去的是行的变更' contains "$output" Write_rows
stop_mysql replica
stop_mysql source
