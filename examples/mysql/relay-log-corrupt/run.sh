# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
code=1594
[ "$product" = mariadb ] || code=13121
note '== 应用线程停着，先收下两行；断电之类把文件弄坏，这里写坏最后 40 个字节'
ask replica 'stop replica sql_thread'
ask source "insert into shop.t values (1, 'a'); insert into shop.t values (2, 'b')"
relay_end() { # 收到了主库的全部
    local end
    end=$(ask source "$([ "$product" = mysql ] && echo 'show binary log status' || echo 'show master status')" -E | sed -n 's/^ *Position: //p')
    until_true replica 'show replica status' "Read_(Source|Master)_Log_Pos: $end\$"
}
relay_end
setup local 'f=$(ls /run/replica/relay.?????? | tail -n 1); printf "%040d" 0 | dd of="$f" bs=1 seek=$(($(stat -c %s "$f") - 40)) conv=notrunc status=none'
ask replica 'start replica sql_thread'
until_true replica 'show replica status' "Last_SQL_Errno: $code"
replica_status replica "${field}_IO_Running|${field}_SQL_Running|Last_SQL_Errno"
expect '收的线程好好的，放的线程停了' contains "$output" "${field}_IO_Running: Yes"
replica_status replica Last_SQL_Error
expect '原话' contains "$output" 'Relay log read failure'
note '== 是哪一边的文件坏了：主库的读得出来，从库的读不出来'
on local "f=\$(ls /run/source/bin.?????? | tail -n 1); $binlog --no-defaults --verify-binlog-checksum \$f >/dev/null && echo 主库的好"
expect '主库的好' contains "$output" 主库的好
note '== 只重新启动放的线程：还是它'
ask replica 'stop replica sql_thread; start replica sql_thread'
until_true replica 'show replica status' "Last_SQL_Errno: $code"
replica_status replica 'Last_SQL_Errno'
expect '没有好' contains "$output" "$code"
if [ "$product" = mysql ]; then
    note '== 丢掉中继日志；已经放到哪里由 GTID 记着，从那里重取'
    sql_file replica mend.sql
else
    note '== MariaDB 用 GTID 时，两个线程都停过再起，就丢掉中继日志重取'
    sql_file replica mend.mariadb.sql
fi
until_true replica 'select count(*) from shop.t' ': 2'
replica_status replica "${field}_IO_Running|${field}_SQL_Running|Last_SQL_Errno"
expect '两个线程都在跑' contains "$output" "${field}_SQL_Running: Yes"
sql replica 'select * from shop.t'
expect '一行不少' contains "$output" b
