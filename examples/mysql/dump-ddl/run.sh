# shellcheck disable=SC2016,SC2154 # mysql.sh sets dump and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db "create database shop; create table shop.a (id int primary key, v longtext) engine=innodb; insert into shop.a values (1, repeat('x', 1000000)), (2, repeat('x', 1000000)); create table shop.b (id int primary key) engine=innodb; insert into shop.b values (1)"
mkfifo pipe hold
copy() { # 开始导出，停在表 a 里：管道满了，导出的程序就等着
    printf 'local# %s --single-transaction --databases shop >shop.sql &\n' "$dump"
    "$dump" --no-defaults -S /run/db.sock --single-transaction --databases shop >pipe 2>dump.err &
    dumping=$!
    exec 6<pipe
    head -c 1000 <&6 >shop.sql
    until_true db "select count(*) from information_schema.processlist where info like '%FROM _a_%' and id <> connection_id()" ': 1'
}
finish() { # 让它走完；导出程序的退出码在 $code
    cat <&6 >>shop.sql
    exec 6<&-
    wait "$dumping"
    code=$?
    grep -v Warning dump.err
    printf '[退出码 %s]\n' "$code"
    on local 'tail -n 1 shop.sql | cut -c1-17; echo "b 的 INSERT：$(grep -c "INSERT INTO .b. VALUES" shop.sql)"'
}
note '== 正在导表 a，有人重建了还没导到的表 b'
copy
sql db 'alter table shop.b modify id bigint'
finish
expect '1412' grep -q 1412 dump.err
expect '退出码不是 0' [ "$code" -ne 0 ]
expect '没有末行，b 的数据不在里面' lacks "$output" 'Dump completed'
note '== 挡住 DDL，再导'
"$client" --no-defaults --unbuffered -S /run/db.sock <hold >hold.log 2>&1 &
disown
exec 7>hold
if [ "$product" = mysql ]; then lock='lock instance for backup'; else lock='backup stage start; backup stage flush; backup stage block_ddl'; fi
printf 'hold> %s\n' "$lock"
printf "%s; select 'held';\n" "$lock" >&7
wait_for 'grep -q held hold.log' 60
copy
sql db 'set lock_wait_timeout = 1; alter table shop.b modify id int'
expect 'DDL 等着' contains "$output" 'ERROR 1205'
sql db 'insert into shop.b values (2)'
expect '写入照常' [ "$status" -eq 0 ]
finish
expect '导完了' contains "$output" 'Dump completed'
exec 7>&-
sql db 'set lock_wait_timeout = 30; alter table shop.b modify id int'
expect '放开以后能改' [ "$status" -eq 0 ]
stop_mysql db
