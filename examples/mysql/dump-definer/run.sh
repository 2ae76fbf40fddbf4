# shellcheck disable=SC2016,SC2154 # backticks in quotes are SQL's; mysql.sh sets dump and the others
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db "create user boss@localhost identified by 'example'; create user app@localhost identified by 'example'; create database old; create database new; create database copy; grant all on old.* to boss@localhost; grant all on new.* to app@localhost; use old; create table t (id int primary key) engine=innodb; insert into t values (1); create definer=boss@localhost trigger tr before insert on t for each row set @a = 1; create definer=boss@localhost view v as select * from t"
gtid=''
[ "$product" = mariadb ] || gtid=' --set-gtid-purged=OFF'
app="$client --no-defaults -S /run/db.sock -uapp -pexample"
on local "$dump --no-defaults -S /run/db.sock --single-transaction$gtid old >old.sql; grep -oE 'DEFINER=[^ */]*' old.sql | sort | uniq -c | xargs"
expect '触发器和视图各一个' contains "$output" '2 DEFINER=`boss`@`localhost`'
note '== 用只管 new 库的账号导入'
on local "$app new <old.sql 2>&1 | grep -o 'ERROR.*'"
if [ "$product" = mysql ]; then
    expect '1419：开着 binlog，建触发器要 SUPER' contains "$output" 'ERROR 1419'
    note '放开这一条，还有下一条'
    sql db 'set global log_bin_trust_function_creators = 1'
    on local "$app new <old.sql 2>&1 | grep -o 'ERROR.*'"
fi
expect '1227：不能代别人建' contains "$output" 'ERROR 1227'
note '前面的表已经建好了：停在半路'
sql db 'show tables from new'
expect '只有表，没有视图' lacks "$output" v
note '== 去掉 DEFINER，就是导入的人自己'
on local "sed -E 's/DEFINER=\`[^\`]+\`@\`[^\`]+\`//' old.sql | $app new 2>&1 | grep -o 'ERROR.*'"
expect '没有报错' [ -z "$output" ]
sql db "select table_name, definer from information_schema.views where table_schema = 'new'"
expect '现在按 app 的权限跑' contains "$output" 'app@localhost'
note '== 用 root 原样导入，boss 却没有了：导的时候不报错，用的时候 1449'
sql db 'drop user boss@localhost'
on local "$client --no-defaults -S /run/db.sock copy <old.sql"
expect '导进去了' [ "$status" -eq 0 ]
sql db 'select * from copy.v'
expect '1449' contains "$output" 'ERROR 1449'
note '换一个在的'
sql db 'alter definer = root@localhost view copy.v as select * from copy.t; select * from copy.v'
expect '好了' [ "$status" -eq 0 ]
note '触发器也要换，写入时才报'
sql db 'insert into copy.t values (2)'
expect '也是 1449' contains "$output" 'ERROR 1449'
sql db 'use copy; drop trigger tr; create definer = root@localhost trigger tr before insert on t for each row set @a = 1; insert into t values (2)'
expect '好了' [ "$status" -eq 0 ]
stop_mysql db
