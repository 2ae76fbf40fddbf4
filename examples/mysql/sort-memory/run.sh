# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db 'create database d; create table d.t (id int primary key, name varchar(20), doc json) engine=innodb'
ask db "insert into d.t select id, concat('n', id), concat('\"', repeat('x', 600000), '\"') from (select 1 as id union select 2 union select 3) as three"
sql db 'select @@sort_buffer_size, max(length(doc)) from d.t'
sorted() { # 语句：只看前两列
    on local "$client --no-defaults -S /run/db.sock d -Ne '$1' 2>&1 | cut -c1-90 | cut -f1,2"
}
note '宽的列也要进排序缓冲'
sorted 'select * from t order by name desc'
if [ "$product" = mysql ]; then
    expect '1038' contains "$output" 'ERROR 1038'
else
    expect 'MariaDB 不报错' contains "$output" n3
fi
note '只取窄的列'
sorted 'select id, name from t order by name desc'
expect '不报错' contains "$output" $'3\tn3'
note '延迟连接：里面只排主键，外面要有次序，又排一次宽的'
sorted 'select t.* from (select id from t order by name desc limit 10) as s join t using (id) order by t.name desc'
[ "$product" = mariadb ] || expect '还是 1038' contains "$output" 'ERROR 1038'
note '修法一：分两次，先取排好的主键，再按主键取，次序由程序排'
sorted 'select id from t order by name desc limit 10'
sorted 'select * from t where id in (3, 2, 1)'
expect '不报错' contains "$output" $'3\tn3'
note '修法二：ORDER BY 的列有索引，要的行数少，不用排序'
sql db 'create index name on d.t (name)'
sorted 'select * from t order by name desc limit 2'
expect '不报错' contains "$output" $'3\tn3'
note '修法三：只在这个会话里加大'
sorted 'set sort_buffer_size = 4194304; select * from t order by concat(name) desc'
expect '不报错' contains "$output" $'3\tn3'
stop_mysql db
