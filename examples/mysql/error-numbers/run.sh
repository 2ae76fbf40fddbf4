# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
gtid=()
[ "$product" = mariadb ] || gtid=(--gtid-mode=ON --enforce-gtid-consistency=ON)
start_mysql one 3306 --server-id=1 --log-bin=bin --max-user-connections=100 --bind-address=0.0.0.0 "${gtid[@]}"
wrong=''
password() { # root 没有口令
    [[ $1 != *-u* ]] || echo example
}
# try MySQL的号码 MariaDB的号码 语句 [选项]：不报错的写 -
try() {
    local want=$1 options=${4--D shop}
    [ "$product" = mysql ] || want=$2
    printf '%s> %s\n' "$client${5:+ $5}${options:+ $options}" "$3"
    # shellcheck disable=SC2086 # the options are several words
    output=$(ip netns exec local env MYSQL_PWD="$(password "$options")" "$client" --no-defaults ${5:--S /run/one.sock} $options -e "$3" 2>&1 |
        grep ERROR | sed 's/ at line [0-9]*//')
    [ -z "$output" ] || printf '%s\n' "$output"
    if [ "$want" = - ]; then lacks "$output" 'ERROR ' || wrong+=" $3"; else contains "$output" "ERROR $want (" || wrong+=" $want"; fi
}
ask one "create database shop; create user app@localhost identified by 'example'; grant all on shop.* to app@localhost"
ask one "create table p (id int primary key, v varchar(9) not null, n tinyint) engine=innodb default charset=utf8mb4; insert into p values (1, 'a', 1); create table g (a int, b int); create table child (a int, constraint fk foreign key (a) references p (id)); insert into child values (1)" -D shop

note '== 写错了'
try 1064 1064 'selec 1'
try 1046 1046 'create table nowhere (a int)' '-uapp'
try 1049 1049 'use nodb'
try 1146 1146 'select * from nope'
try 1054 1054 'select zz from p'
try 1109 1109 'select * from information_schema.nope'
try 1051 1051 'drop table nope'
try 1050 1050 'create table p (a int)'
try 1136 1136 'insert into p values (1)'
try 1055 1055 "set sql_mode = 'ONLY_FULL_GROUP_BY'; select a, b from g group by a"
try 1093 - 'update p set n = 2 where id in (select id from p)'
try 1193 1193 'set global nosuch = 1'
try 1229 1229 'set session max_connections = 5'
try 1094 1094 'kill 999999'

note '== 表的结构'
try 1060 1060 'alter table p add v int'
try 1067 1067 "create table bad (a int default 'x')"
try 1068 1068 'create table bad (a int primary key, b int primary key)'
try 1071 1071 'create table bad (a varchar(3000) primary key) charset utf8mb4'
try 1091 1091 'alter table p drop column zz'
try 1118 1118 'create table bad (a varchar(20000), b varchar(20000), c varchar(20000), d varchar(20000)) charset latin1'
try 1273 1273 "create table bad (a char(1)) collate utf8mb4_nope"
try 1049 1025 'rename table g to nodb.g'
try 1824 1005 'create table bad (a int, foreign key (a) references nope (a))'
try 3780 1005 'create table bad (a bigint, foreign key (a) references p (id))'
try 6125 1005 'create table bad (a int, foreign key (a) references g (a))'
try 3730 1451 'drop table p'

note '== 写进去的值'
try 1062 1062 "insert into p values (1, 'b', 1)"
try 1048 1048 'insert into p values (2, null, 1)'
try 1364 1364 'insert into p (id) values (2)'
try 1406 1406 "insert into p values (2, '0123456789', 1)"
try 1264 1264 "insert into p values (2, 'b', 999)"
try 1366 1366 "insert into p values (2, 'b', 'abc')"
try 1265 1265 "create table e (a enum('x')); insert into e values ('y')"
try 1292 1292 "create table d (a datetime); insert into d values ('2026-13-45')"
try 1452 1452 'insert into child values (9)'
try 1451 1451 'delete from p where id = 1'
try 1267 1267 "select 'a' collate utf8mb4_bin = 'a' collate utf8mb4_general_ci"
try 1175 1175 "set sql_safe_updates = 1; update p set v = 'c'"
try 1114 1114 "set max_heap_table_size = 16384; create table h (a char(255)) engine=memory; insert into h select repeat('x', 255) from information_schema.columns"

note '== 账号和权限'
try 1045 1045 'select 1' '-uapp' '-S /run/one.sock -pwrong'
try 1044 1044 'use mysql' '-uapp'
ask one "create user reader@localhost identified by 'example'; grant select on shop.g to reader@localhost"
try 1142 1142 'select * from shop.p' '-ureader'
try 1227 1227 'set global max_connections = 5' '-uapp'
try 1396 1396 'create user app@localhost'
try 1419 1419 'create trigger t before insert on p for each row set new.n = 1' '-uapp -D shop'
try 1418 1418 'create function f() returns int return (select max(id) from p)'
ask one "create definer=ghost@localhost view ghostly as select 1" -D shop 2>/dev/null
try 1449 1449 'select * from ghostly'
ask one "revoke all on shop.* from app@localhost; grant select, delete, insert on shop.p to app@localhost"
try 1451 1451 'delete from p where id = 1' '-uapp -D shop'
ask one "grant all on shop.* to app@localhost"
if [ "$product" = mysql ]; then ask one "install component 'file://component_validate_password'"; else ask one "install soname 'simple_password_check'"; fi
try 1819 1819 "create user weak@localhost identified by 'a'"
if [ "$product" = mysql ]; then ask one "uninstall component 'file://component_validate_password'"; else ask one "uninstall soname 'simple_password_check'"; fi
ask one "alter user app@localhost password expire"
expired=''
[ "$product" = mariadb ] || expired=--connect-expired-password
try 1820 1820 'select 1' "-uapp $expired"
ask one "set global disconnect_on_expired_password = 1" 2>/dev/null
try - 1862 'select 1' '-uapp'
ask one "alter user app@localhost identified by 'example'"
ask one "create user bound@localhost identified by 'example' with max_user_connections 1"
try 3554 1146 'select * from mysql.tables'

# hold 选项 语句：另一个会话，停在语句里
hold() {
    # shellcheck disable=SC2086 # the options are several words
    ip netns exec local env MYSQL_PWD="$(password "$1")" "$client" --no-defaults -S /run/one.sock $1 -e "$2" >/dev/null 2>&1 &
    holder=$!
    until_true one "select count(*) from information_schema.processlist where info = '${2//\'/\'\'}'" ': [1-9]'
}

note '== 等和中断'
hold '-D shop' 'select sleep(100) from p for update'
try 1205 1205 'set innodb_lock_wait_timeout = 1; update p set n = 3'
ask one "$(ask one "select concat('kill ', id) from information_schema.processlist where info like 'select sleep%'" -N)"
wait "$holder"
if [ "$product" = mysql ]; then limit='set max_execution_time = 100'; else limit='set max_statement_time = 0.1'; fi
try 3024 1969 "$limit; select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c where a.ordinal_position + b.ordinal_position > c.ordinal_position"
try 1317 1317 "select concat('kill query ', connection_id()) into @me; prepare p from @me; execute p"
note '读过的行被别人改了（MariaDB 11.6 起默认拒绝）'
mkfifo /run/steps
(exec ip netns exec local "$client" --no-defaults -S /run/one.sock -D shop -f -n </run/steps >/run/reader.out 2>&1) &
reader=$!
exec 7>/run/steps
echo "set session transaction isolation level repeatable read; start transaction; select v from p;" >&7
wait_for 'grep -qx a /run/reader.out'
ask one "update p set v = 'b'" -D shop
echo "update p set v = 'c'; rollback;" >&7
exec 7>&-
wait "$reader"
grep ERROR /run/reader.out | sed 's/ at line [0-9]*//'
if [ "$product" = mariadb ]; then contains "$(cat /run/reader.out)" 'ERROR 1020 (' || wrong+=' 1020'; else lacks "$(cat /run/reader.out)" ERROR || wrong+=' 1020'; fi
hold '-ubound' 'select sleep(101)'
try 1226 1226 'select 1' '-ubound'
ask one 'set global max_user_connections = 1'
hold '-uapp' 'select sleep(102)'
try 1203 1203 'select 1' '-uapp'
ask one 'set global max_user_connections = 100'

note '== binlog 和事务'
try 1197 - "set global max_binlog_cache_size = 4096; create table big (a longtext); start transaction; insert into big values (repeat('x', 100000))"
ask one 'set global max_binlog_cache_size = 18446744073709547520'
try 1665 1665 "set session transaction isolation level read committed; set binlog_format = statement; insert into p values (7, 'x', 1)"
try 1792 1792 "start transaction read only; insert into p values (8, 'x', 1)"
try 1785 - "create table m (a int) engine=myisam; start transaction; insert into p values (9, 'x', 1); insert into m values (1)"
try 1786 - 'create table m2 engine=myisam select 1'
try 3748 - 'set binlog_format = statement; start transaction; create temporary table tmp (a int)'
try 3546 1193 "set global gtid_purged = '00003306-0000-4000-8000-000000000000:1-2'"
try 1200 1200 "$([ "$product" = mysql ] && echo 'start replica' || echo 'start slave')"
ask one 'set global read_only = 1'
try 1290 1290 "insert into p values (10, 'x', 1)" '-uapp -D shop'
ask one 'set global read_only = 0'
if [ "$product" = mysql ]; then tls='--ssl-mode=DISABLED --get-server-public-key'; else tls=--skip-ssl; fi

note '== 连不上'
try 2002 2002 'select 1' '' '-S /run/missing.sock'
try 2003 2002 'select 1' '' '-h127.0.0.1 -P3399'
try 2005 2005 'select 1' '' -hnope.invalid
ip netns exec local ip address add 10.9.9.1/32 dev lo
try 1130 2002 'select 1' '-uapp' -h10.9.9.1
ask one "create user tcp@'%' identified by 'example'"
try 1045 1045 'select 1' '-unobody' -h127.0.0.1
ask one 'set global require_secure_transport = 1'
[ "$product" = mariadb ] || try 2061 - 'select 1' '-utcp --ssl-mode=DISABLED' -h127.0.0.1
try 3159 3159 'select 1' "-utcp $tls" -h127.0.0.1
if [ "$product" = mysql ]; then
    try 2026 - 'select 1' '-utcp --ssl-mode=VERIFY_CA' -h127.0.0.1
else
    ask one "install soname 'auth_ed25519'; create user ed@localhost identified via ed25519 using password('example')"
    try - 1045 'select 1' '-ued --plugin-dir=/nonexistent'
    try - 2026 'select 1' '-utcp --ssl-verify-server-cert --ssl-ca=/etc/ssl/certs/ca-certificates.crt' -h127.0.0.1
fi
expect '每条得到的都是要的那个号码' [ "$wrong" = '' ]

note '== 号码、名字和文字的样子，perror 自己说'
on local "for n in $(paste -sd" " numbers.txt); do perror \$n 2>&1 | sed -n '1{s/code MY-0*/code /; p}'; done"
