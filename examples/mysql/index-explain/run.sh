# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db "create database d; use d; create table host (id int primary key, name varchar(20), room int, day date) engine=innodb; create table digit (n int); insert into digit values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9); insert into host select seq, concat('host-', seq), seq % 10, '2026-01-01' + interval seq % 300 day from (select a.n * 10000 + b.n * 1000 + c.n * 100 + d.n * 10 + e.n + 1 as seq from digit a, digit b, digit c, digit d, digit e where a.n < 2) numbers; analyze table host" >/dev/null
format=''
[ "$product" = mariadb ] || format='format=traditional '
explain() { # 只看四列，按列名取：两家的列数不同
    printf 'db> explain %s%s\n' "$format" "$1"
    output=$(ask db "explain $format$1" d | awk -F'\t' '
        NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
        { rows = $column["rows"]; print "type=" $column["type"] " key=" $column["key"] " rows=" (rows > 1000 ? "一千以上" : rows > 10 ? "几十" : rows) " " $column["Extra"] }')
    printf '%s\n' "$output"
}
note '没有索引'
explain "select * from host where name = 'host-77'"
expect '全表' contains "$output" 'type=ALL'
ask db 'create index name on host (name); create index room_day on host (room, day); create index day on host (day); analyze table host' d >/dev/null
note '有了索引 name (name)、room_day (room, day)、day (day)'
explain "select * from host where name = 'host-77'"
expect '一行' contains "$output" 'key=name rows=1'
explain "select * from host where name like '%77'"
expect '前导百分号：用不上' contains "$output" 'type=ALL'
explain 'select * from host where name = 77'
expect '拿数字比字符串列：用不上' contains "$output" 'type=ALL'
explain "select * from host where upper(name) = 'HOST-77'"
expect '列套了函数：用不上' contains "$output" 'type=ALL'
explain "select * from host where date(day) = '2026-03-03'"
if [ "$product" = mysql ]; then
    expect 'date() 也是函数' contains "$output" 'type=ALL'
    explain "select * from host where day >= '2026-03-03' and day < '2026-03-04'"
    expect '改写成范围就用得上' contains "$output" 'key=day'
else
    expect 'MariaDB 11.1 起认得 date()' contains "$output" 'key=day'
fi
ask db 'drop index day on host' d
explain "select * from host where day = '2026-03-03'"
expect '只有 (room, day)，跳过了 room：用不上' contains "$output" 'type=ALL'
explain "select room, day from host where day = '2026-03-03'"
expect '要的列都在索引里：扫索引，不扫表' contains "$output" 'key=room_day'
explain "select id from host where room = 3 and day = '2026-03-03'"
expect '最左前缀，而且不用回表' contains "$output" 'Using index'
note '不写 format：MySQL 9.7 是一棵树；为什么没用索引，接着看警告'
on local "$client --no-defaults -S /run/db.sock d -e \"explain select * from host where name = 77; show warnings\" | cut -c1-150 | sed -E 's/(cost|rows)=[0-9.e+]*/\\1=…/g'"
expect '说得出原因' contains "$output" 'Cannot use'
sql db "show variables where variable_name in ('slow_query_log', 'long_query_time', 'innodb_buffer_pool_size', 'innodb_log_file_size', 'innodb_redo_log_capacity', 'max_connections', 'query_cache_type')"
expect '慢查询日志默认关' contains "$output" $'slow_query_log\tOFF'
stop_mysql db
