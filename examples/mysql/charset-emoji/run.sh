# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db 'create database d character set utf8mb3; create table d.t (id int primary key, v varchar(20)) engine=innodb'
note '== 列是 utf8mb3（旧名 utf8），最多三字节；表情是四字节'
sql db "insert into d.t values (1, '😀')"
expect '1366' contains "$output" "Incorrect string value: '\\xF0\\x9F\\x98\\x80'"
sql_file db check.sql
expect '列是 utf8mb3' contains "$output" $'v\tutf8mb3'
note '只改库和表的默认值没有用：已有的列不变'
sql db "alter database d character set utf8mb4; alter table d.t default character set utf8mb4; insert into d.t values (1, '😀')"
expect '还是 1366' contains "$output" 'ERROR 1366'
note '关掉严格模式：不报错，字没有了'
sql db "set sql_mode = ''; insert into d.t values (2, '好😀吧'); select v, hex(v) from d.t"
expect '表情变成了问号，3F 就是问号' contains "$output" $'好?吧\tE5A5BD3FE590A7'
note '改列：CONVERT TO 连已有的列一起改'
sql_file db convert.sql
sql db "insert into d.t values (1, '😀'); select v, hex(v) from d.t order by id"
expect '存进去了，四个字节' contains "$output" $'😀\tF09F9880'
expect '变成问号的找不回来' contains "$output" $'好?吧'
note '== 列对了，连接不对：客户端送来 UTF-8，却说是 latin1'
on local "$client --no-defaults -S /run/db.sock --default-character-set=latin1 -e \"insert into d.t values (3, '好'); select v, hex(v), char_length(v) from d.t where id = 3\""
expect '同样错着读，看上去是对的，其实是三个字' contains "$output" $'C3A5C2A5C2BD\t3'
sql db 'select v from d.t where id = 3'
expect '别人读到的是乱码' lacks "$output" 好
note '字还在：按错的方式倒回去'
sql db "update d.t set v = convert(cast(convert(v using latin1) as binary) using utf8mb4) where id = 3; select v, hex(v) from d.t where id = 3"
expect '修好了' contains "$output" $'好\tE5A5BD'
stop_mysql db
