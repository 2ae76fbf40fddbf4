# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql source 13306 --server-id=1 --log-bin=bin
ask source "create user repl@'127.0.0.1' identified by 'example'; grant replication slave on *.* to repl@'127.0.0.1'; create database shop; create table shop.t (id int primary key, v varchar(9)) engine=innodb; insert into shop.t values (1, 'old'), (2, 'old')"
start_mysql replica 13307 --server-id=2 --read-only=1
join="$change ${side}_host='127.0.0.1', ${side}_port=13306, ${side}_user='repl', ${side}_password='example', $auto"
[ "$product" = mariadb ] || join+=', source_ssl=1'
options='--single-transaction --routines --triggers --events --databases shop'
note '== 主库早先的 binlog 已经清掉；备份里没有记位置'
sql source 'flush binary logs'
[ "$product" = mysql ] || until_true source "show binlog events in 'bin.000002'" 'Info: bin.000002' # 等检查点走到新文件
sql source "purge binary logs to 'bin.000002'"
[ "$product" = mysql ] && without=' --set-gtid-purged=OFF' || without=
on local "$dump --no-defaults -S /run/source.sock$without $options >plain.sql && $client --no-defaults -S /run/replica.sock <plain.sql"
sql replica "$join; start replica"
until_true replica 'show replica status' 'Last_IO_Errno: (1236|13114)'
replica_status replica "${field}_IO_Running|Last_IO_Errno|Last_IO_Error"
expect '从库以为自己什么也没执行过，要从头收' contains "$output" 'fatal error 1236'
note '清掉重来'
if [ "$product" = mysql ]; then
    sql replica 'stop replica; reset replica all; drop database shop; reset binary logs and gtids'
    with=' --set-gtid-purged=ON --source-data=2'
else
    sql replica "stop replica; reset replica all; drop database shop; set global gtid_slave_pos=''"
    with=' --master-data=1 --gtid'
fi
note '== 备份里记着位置'
on local "$dump --no-defaults -S /run/source.sock$with $options >seed.sql; grep -iE '^(SET @@GLOBAL.GTID_PURGED|SET GLOBAL gtid_slave_pos)' seed.sql"
expect '文件里有 GTID' [ -n "$output" ]
note '备份以后，主库又写了一行'
sql source "insert into shop.t values (3, 'new')"
on local "$client --no-defaults -S /run/replica.sock <seed.sql"
sql replica "$join; start replica"
until_true replica 'select v from shop.t where id = 3' new
replica_status replica "${field}_(IO|SQL)_Running|Last_SQL_Errno"
on local "for name in source replica; do $client --no-defaults -S /run/\$name.sock -Ne 'checksum table shop.t'; done"
expect '校验和相同' [ "$(sort -u <<<"$output" | wc -l)" -eq 1 ]
stop_mysql replica
if [ "$product" = mysql ]; then
    note '== 克隆插件：不要文件，连账号一起抄过来'
    sql source "install plugin clone soname 'mysql_clone.so'; create user donor@'127.0.0.1' identified by 'example'; grant backup_admin on *.* to donor@'127.0.0.1'"
    start_mysql copy 13308 --server-id=3
    sql copy "install plugin clone soname 'mysql_clone.so'; set global clone_valid_donor_list = '127.0.0.1:13306'; clone instance from donor@'127.0.0.1':13306 identified by 'example'"
    expect '抄完要重启；没有 systemd 看着，自己停下' contains "$output" 'ERROR 3707'
    wait_for '[ ! -e /run/copy.pid ]' 60
    start_mysql copy 13308 --server-id=3
    sql copy 'select state, error_no from performance_schema.clone_status; select count(*) from shop.t'
    expect '抄全了' contains "$output" $'Completed\t0'
    sql copy "$join; start replica"
    sql source "insert into shop.t values (4, 'newer')"
    until_true copy 'select v from shop.t where id = 4' newer
    replica_status copy "${field}_(IO|SQL)_Running"
    expect '接上了' [ "$(grep -c Yes <<<"$output")" -eq 2 ]
    on local "for name in source copy; do $client --no-defaults -S /run/\$name.sock -Ne 'select @@server_uuid'; done"
    expect 'server_uuid 不同，不用删 auto.cnf' [ "$(sort -u <<<"$output" | wc -l)" -eq 2 ]
    stop_mysql copy
fi
stop_mysql source
