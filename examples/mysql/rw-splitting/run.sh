# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
sql replica 'stop replica sql_thread'
sql source "insert into shop.t values (1, 'new')"
sql replica 'select count(*) from shop.t'
expect '从库慢了：写后马上读，读不到' contains "$output" $'\n0'
position=$(mariadb --no-defaults -S /run/source.sock -Ne 'select @@gtid_binlog_pos')
mariadb --no-defaults -S /run/replica.sock -e 'start replica'
sql replica "select master_gtid_wait('$position', 10); select count(*) from shop.t"
expect '先等到主库的位置再读' contains "$output" $'count(*)\n1'
sql replica "create user app@localhost identified by 'example'" >/dev/null
mariadb --no-defaults -S /run/replica.sock -e "grant select, insert on shop.* to app@localhost"
on local "mariadb --no-defaults -S /run/replica.sock -uapp -pexample -e \"insert into shop.t values (9, 'x')\" 2>&1"
expect 'read_only 挡住普通账号' contains "$output" 'ERROR 1290'
sql replica "insert into shop.t values (9, 'x'); select count(*) from shop.t"
expect 'root 照样写进去了' contains "$output" $'\n2'
stop_mysql replica
stop_mysql source
