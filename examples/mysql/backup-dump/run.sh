# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 3306
mariadb --no-defaults -S /run/db.sock <schema.sql
mariadb --no-defaults -S /run/db.sock -e "create user backup@'127.0.0.1' identified by 'example'; grant select, show view, trigger, event, lock tables, process, reload, binlog monitor on *.* to backup@'127.0.0.1'"
printf '[client]\nhost = 127.0.0.1\nport = 3306\nuser = backup\npassword = example\n' >/run/backup.cnf
chmod 600 /run/backup.cnf
on local 'mysqldump -h127.0.0.1 -p 3306 -ubackup -pexample --databases cmdb 2>&1 >wrong.sql; echo "cmdb 的行：$(grep -c cmdb wrong.sql)"'
expect '-p 后面有空格：3306 被当成库名' contains "$output" "Unknown database '3306'"
on local 'mysqldump --defaults-extra-file=/run/backup.cnf --single-transaction --routines --events --databases cmdb >cmdb.sql; head -c 22 cmdb.sql; echo; tail -n1 cmdb.sql | cut -c1-17; grep -cE "^CREATE DATABASE|PROCEDURE|EVENT.*nightly|TRIGGER" cmdb.sql'
expect '末行是 Dump completed' contains "$output" 'Dump completed'
note '少了 --routines 和 --events'
on local 'mysqldump --defaults-extra-file=/run/backup.cnf --single-transaction --databases cmdb | grep -cE "PROCEDURE|EVENT .*nightly"'
expect '过程和事件没有备到' [ "$output" -eq 0 ]
note '压缩，密码写错'
on local 'mysqldump -h127.0.0.1 -ubackup -pWRONG --databases cmdb 2>/dev/null | gzip >bad.sql.gz; echo "退出码 $?"; gzip -t bad.sql.gz && echo "gzip -t 通过，$(stat -c %s bad.sql.gz) 字节"'
expect '备份是空的，退出码却是 0' contains "$output" '退出码 0'
on local 'set -o pipefail; mysqldump -h127.0.0.1 -ubackup -pWRONG --databases cmdb 2>/dev/null | gzip >bad.sql.gz; echo "退出码 $?"'
expect '打开 pipefail 就看见了' contains "$output" '退出码 2'
on local 'cp cmdb.sql a.sql; gzip a.sql; mv a.sql.gz a.sql.qz; gunzip a.sql.qz 2>&1'
expect '后缀写成 qz：gunzip 不认' contains "$output" 'unknown suffix'
note '恢复到另一个实例，逐表比校验和'
checksum='checksum table cmdb.host, cmdb.log'
before=$(mariadb --no-defaults -S /run/db.sock -Ne "$checksum")
stop_mysql db
start_mysql copy 3306
gzip -c cmdb.sql | gunzip -c | mariadb --no-defaults -S /run/copy.sock
after=$(mariadb --no-defaults -S /run/copy.sock -Ne "$checksum")
sql copy "select count(*) from cmdb.host; select routine_name from information_schema.routines where routine_schema = 'cmdb'; select event_name from information_schema.events; select trigger_name from information_schema.triggers where trigger_schema = 'cmdb'"
expect '每张表的校验和相同' [ "$before" = "$after" ]
expect '过程、事件、触发器都在' contains "$output" nightly
on local 'mysqldump --source-data=2 --defaults-extra-file=/run/backup.cnf cmdb 2>&1 | head -n1; mysqldump --help | grep -o "^  --master-data" | head -n1'
expect 'MariaDB 叫 --master-data' contains "$output" '--master-data'
stop_mysql copy
