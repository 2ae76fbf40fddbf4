# shellcheck disable=SC2154,SC2016 # mysql.sh sets dump and the others; the commands in quotes are expanded on the host
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 3306 --server-id=1 --log-bin=bin
"$client" --no-defaults -S /run/db.sock <schema.sql
ask db "create user backup@'localhost' identified by 'example'; grant select, show view, trigger, event, lock tables on *.* to backup@'localhost'"
printf '[client]\nhost = 127.0.0.1\nport = 3306\nuser = backup\npassword = example\n' >/run/backup.cnf
chmod 600 /run/backup.cnf
gtid=''
[ "$product" = mariadb ] || gtid='--set-gtid-purged=OFF '
options="--defaults-extra-file=/run/backup.cnf --single-transaction $gtid--routines --events"
note '== 端口写成了小写 -p'
on local "$dump -h127.0.0.1 -p 3306 -ubackup -pexample --databases cmdb 2>&1 >wrong.sql | grep error; grep -c cmdb wrong.sql"
expect '-p 后面有空格：3306 被当成库名' contains "$output" "Unknown database '3306'"
note '== 权限：少了会说少了什么'
on local "$dump $options --databases cmdb 2>&1 >cmdb.sql | tail -n 1"
if [ "$product" = mysql ]; then
    expect '要 PROCESS' contains "$output" 'PROCESS'
    sql db "grant process on *.* to backup@'localhost'"
fi
position='--master-data=2'
[ "$product" = mariadb ] || position='--source-data=2'
on local "$dump $options $position --databases cmdb 2>&1 >position.sql | tail -n 1"
sql db "grant reload, replication client on *.* to backup@'localhost'"
note '== 备得全的写法'
on local "$dump $options --databases cmdb >cmdb.sql; head -c 20 cmdb.sql; echo; tail -n 1 cmdb.sql | cut -c1-17; grep -cE '^CREATE DATABASE|PROCEDURE|EVENT.*nightly|TRIGGER' cmdb.sql"
expect '末行是 Dump completed' contains "$output" 'Dump completed'
note '== 少了 --routines 和 --events'
on local "$dump --defaults-extra-file=/run/backup.cnf --single-transaction $gtid--databases cmdb | grep -cE 'PROCEDURE|EVENT .*nightly'"
expect '过程和事件没有备到' [ "$output" -eq 0 ]
note '== 压缩，密码写错'
on local "$dump -h127.0.0.1 -ubackup -pWRONG --databases cmdb 2>/dev/null | gzip >bad.sql.gz; echo \"退出码 \$?\"; gzip -t bad.sql.gz && echo \"gzip -t 通过，\$(stat -c %s bad.sql.gz) 字节\""
expect '备份是空的，退出码却是 0' contains "$output" '退出码 0'
on local "set -o pipefail; $dump -h127.0.0.1 -ubackup -pWRONG --databases cmdb 2>/dev/null | gzip >bad.sql.gz; echo \"退出码 \$?\""
expect '打开 pipefail 就看见了' contains "$output" '退出码 2'
note '== 恢复到另一个实例，逐表比校验和'
checksum='checksum table cmdb.host, cmdb.log'
before=$(ask db "$checksum" -N)
start_mysql copy 3307
gzip -k cmdb.sql
printf '[client]\nsocket = /run/copy.sock\nuser = root\n' >restore.cnf
on local "gunzip -c cmdb.sql.gz | $client --defaults-extra-file=restore.cnf"
after=$(ask copy "$checksum" -N)
sql copy "select count(*) from cmdb.host; select routine_name from information_schema.routines where routine_schema = 'cmdb'; select event_name, status from information_schema.events; select trigger_name from information_schema.triggers where trigger_schema = 'cmdb'"
expect '每张表的校验和相同' [ "$before" = "$after" ]
expect '过程、事件、触发器都在' contains "$output" nightly
sql copy 'select @@event_scheduler'
if [ "$product" = mysql ]; then
    expect 'MySQL 默认开：演练的实例会真的执行定时任务' contains "$output" $'\nON'
    note '== 不写 --set-gtid-purged=OFF 的文件，恢复到原来的服务器'
    on local "mysqldump -S /run/db.sock --single-transaction --databases cmdb 2>/dev/null >gtid.sql; grep -E '^SET @@' gtid.sql | cut -c1-60"
    on local 'mysql -S /run/db.sock <gtid.sql'
    expect '3546，一张表也没动' contains "$output" 'ERROR 3546'
    on local "sed '/^SET @@GLOBAL.GTID_PURGED/d; /^SET .*SQL_LOG_BIN/d' gtid.sql | mysql -S /run/db.sock && mysql -S /run/db.sock -Ne 'select count(*) from cmdb.host'"
    expect '去掉那几行就能导' [ "$output" = 1000 ]
else
    expect 'MariaDB 默认关：事件在，不会执行' contains "$output" $'\nOFF'
fi
note '== 选项不通用'
on local "$dump --source-data=2 cmdb 2>&1 >/dev/null | grep -v WARNING | head -n 1; $dump --set-gtid-purged=OFF cmdb 2>&1 >/dev/null | head -n 1; $dump --database cmdb 2>&1 >/dev/null | head -n 1; $dump --single-transaction --defaults-extra-file=/run/backup.cnf cmdb 2>&1 | head -n 1"
expect '--defaults-extra-file 要写在第一个' contains "$output" 'defaults-extra-file'
stop_mysql copy
stop_mysql db
