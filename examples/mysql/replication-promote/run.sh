# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
if [ "$product" = mysql ]; then
    stop_writes='set global super_read_only=1' open_writes='set global read_only=0'
    executed='select @@gtid_executed' wait_for_position=wait_for_executed_gtid_set readonly=--super-read-only=1
else
    stop_writes='set global read_only=1' open_writes='set global read_only=0'
    executed='select @@gtid_binlog_pos' wait_for_position=master_gtid_wait readonly=--read-only=1
fi
account="${side}_user='repl', ${side}_password='example', $auto"
start_mysql source 13306 --server-id=1 --log-bin=bin
start_mysql replica 13307 --server-id=2 --log-bin=bin "$readonly"
ask source \
    "create user repl@'127.0.0.1' identified by 'example'; grant replication slave on *.* to repl@'127.0.0.1'; create user app@localhost identified by 'example'; create database shop; grant select, insert on shop.* to app@localhost; create table shop.t (id int primary key) engine=innodb"
ask replica "$change ${side}_host='127.0.0.1', ${side}_port=13306, $account; start replica"
until_true replica 'show create table shop.t' 'Create Table'
note '旧主库停写，记下它执行到哪里；从库等到同一个位置'
sql source "insert into shop.t values (1); $stop_writes"
on local "$client --no-defaults -S /run/source.sock -uapp -pexample -e 'insert into shop.t values (99)' 2>&1 | grep ERROR"
expect '停住了' contains "$output" 'ERROR 1290'
sql source "$executed"
position=$(tail -n 1 <<<"$output")
sql replica "select $wait_for_position('$position', 60)"
expect '0：等齐了' contains "$output" $'\n0'
note '从库断开旧主库，打开写'
sql replica "stop replica; reset replica all; $open_writes; insert into shop.t values (2)"
expect '新主库能写' [ "$status" -eq 0 ]
note '旧主库转过来，当新主库的从库'
[ "$product" = mysql ] || ask source "set global gtid_slave_pos='$position'"
sql source "$change ${side}_host='127.0.0.1', ${side}_port=13307, $account; start replica"
until_true source 'select count(*) from shop.t' ': 2'
sql source 'select * from shop.t; select @@read_only'
expect '旧主库收到了新主库的写' contains "$output" $'\n2'
note '旧主库多出来一笔（换之前没传到的，或换之后有人直接写的）：复制照样是 Yes，数据不一样'
sql source 'stop replica; set global read_only=0; insert into shop.t values (77); start replica'
sql replica 'insert into shop.t values (3)'
until_true source 'select count(*) from shop.t' ': 4'
until_true source 'show replica status' "${field}_SQL_Running: Yes"
replica_status source "${field}_(IO|SQL)_Running|Last_IO_Errno|Last_SQL_Errno"
expect '两个 Yes' [ "$(grep -c 'Yes$' <<<"$output")" -eq 2 ]
if [ "$product" = mysql ]; then
    theirs=$(ask replica "select replace(@@gtid_executed, '\n', '')" -N)
    sql source "select gtid_subtract(@@gtid_executed, '$theirs') as extra"
    expect '减一减，多出来的那一笔在这里' contains "$output" '00013306-'
else
    sql source 'select @@gtid_slave_pos, @@gtid_binlog_pos'
    expect '自己的 binlog 里有一笔，中间的数字是自己的 server_id' contains "$output" '0-1-'
fi
sql source 'checksum table shop.t'
theirs=$output
sql replica 'checksum table shop.t'
expect '校验和不同：旧主库要重建' [ "$theirs" != "$output" ]
stop_mysql source
stop_mysql replica
