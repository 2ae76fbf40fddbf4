# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
mariadb --no-defaults -S /run/db.sock -e "create database d; use d; create table host (id int primary key, name varchar(20), room int, day date) engine=innodb; insert into host select seq, concat('host-', seq), seq % 10, '2026-01-01' + interval seq % 300 day from seq_1_to_20000; analyze table host" >/dev/null
explain() {
    printf 'db> explain %s\n' "$1"
    output=$(mariadb --no-defaults -S /run/db.sock d -Ne "explain $1" | awk -F'\t' '{ print "type=" $4 " key=" $6 " rows=" ($9 > 1000 ? "一万多" : $9) " " $10 }')
    printf '%s\n' "$output"
}
explain "select * from host where name = 'host-77'"
expect '没有索引：全表' contains "$output" 'type=ALL'
mariadb --no-defaults -S /run/db.sock d -e 'create index name on host (name); create index room_day on host (room, day); analyze table host' >/dev/null
explain "select * from host where name = 'host-77'"
expect '有了索引：一行' contains "$output" 'key=name rows=1'
explain "select * from host where name like '%77'"
expect '前导百分号：用不上' contains "$output" 'type=ALL'
explain "select * from host where upper(name) = 'HOST-77'"
expect '列套了函数：用不上' contains "$output" 'type=ALL'
explain 'select * from host where name = 77'
expect '拿数字比字符串列：用不上' contains "$output" 'type=ALL'
explain "select * from host where day = '2026-03-03'"
expect '跳过联合索引的第一列：用不上' contains "$output" 'type=ALL'
explain "select id from host where room = 3 and day = '2026-03-03'"
expect '最左前缀，而且不用回表' contains "$output" 'Using index'
sql db "show variables where variable_name in ('slow_query_log', 'long_query_time', 'innodb_buffer_pool_size', 'max_connections', 'query_cache_type')"
expect '慢查询日志默认关' contains "$output" $'slow_query_log\tOFF'
stop_mysql db
