# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
state() { # 从库 号码（grep -E） 正文：等 IO 线程报出这个错误，打印状态、号码和正文
    until_true "$1" 'show replica status' "Last_IO_Errno: ($2)"
    until_true "$1" 'show replica status' "Last_IO_Error: .*$3"
    replica_status "$1" "${field}_IO_Running|Last_IO_Errno|Last_IO_Error"
}
secret=example
start_mysql source 13306 --server-id=1 --log-bin=bin
start_mysql replica 13307 --server-id=2
sql source "create user repl@'127.0.0.1' identified by 'example'"
note '口令错'
sql replica "$change ${side}_host='127.0.0.1', ${side}_port=13306, ${side}_user='repl', ${side}_password='wrong', $auto; start replica"
state replica 1045 'Access denied'
expect '1045，线程在重连' contains "$output" "${field}_IO_Running: Connecting"
note '口令对，账号没有 REPLICATION SLAVE'
sql replica "stop replica; $change ${side}_password='example'; start replica"
state replica '1597|13120' 'COM_REGISTER'
expect '不是 1045' contains "$output" 'COM_REGISTER'
sql source "grant replication slave on *.* to repl@'127.0.0.1'; create database shop; create table shop.t (id int primary key) engine=innodb"
sql replica 'stop replica; start replica'
until_true replica 'show create table shop.t' 'Create Table'
replica_status replica "${field}_IO_Running|Last_IO_Errno"
expect '给了权限就好' contains "$output" "${field}_IO_Running: Yes"
if [ "$product" = mysql ]; then
    note '连接不加密：caching_sha2_password 的口令不肯明着传'
    ask source "alter user repl@'127.0.0.1' identified by 'example2'" # 改过口令，主库就不再记得它登录过
    sql replica "stop replica; $change source_password='example2', source_ssl=0; start replica"
    secret=example2
    state replica 2061 'requires secure connection'
    expect '2061' contains "$output" 'Authentication requires secure connection'
    sql replica "stop replica; $change source_ssl=1; start replica"
    until_true replica 'show replica status' 'Replica_IO_Running: Yes'
    replica_status replica "${field}_IO_Running|Last_IO_Errno"
    expect '加密就好' contains "$output" 'Replica_IO_Running: Yes'
fi
note '从库停着，主库清掉了它还没收的 binlog'
sql replica 'stop replica'
sql source 'insert into shop.t values (1); flush binary logs'
wait_for "! $client --no-defaults -S /run/source.sock -Ne 'show processlist' 2>/dev/null | grep -q 'Binlog Dump'" 60
[ "$product" = mysql ] || # MariaDB 不清恢复时可能还要的文件，也不说：等检查点走到新文件
    until_true source "show binlog events in 'bin.000002'" 'Info: bin.000002'
sql source "purge binary logs to 'bin.000002'"
on local 'ls /run/source | grep "^bin.*[0-9]$" | xargs'
expect '旧文件没了' [ "$output" = bin.000002 ]
sql replica 'start replica'
state replica '1236|13114' purged
expect '1236：要的 binlog 清掉了' contains "$output" 'fatal error 1236'
note '位点方式，文件名写错'
off="${auto%=*}=$([ "$product" = mysql ] && echo 0 || echo no)"
sql replica "stop replica; $change $off, ${side}_log_file='bin.000099', ${side}_log_pos=4; start replica"
state replica '1236|13114' 'Could not find first log'
expect '1236：没有这个文件' contains "$output" 'Could not find first log file name'
note '文件名对，偏移落在一个事件中间'
sql replica "stop replica; $change ${side}_log_file='bin.000002', ${side}_log_pos=77; start replica"
state replica '1236|13114' at.77
expect '1236：说法不同，其实都是偏移错' contains "$output" 'fatal error 1236'
note '核对过的位点：写成一个事件的起点就好'
sql replica "stop replica; $change ${side}_log_pos=4; start replica"
until_true replica 'show replica status' "${field}_IO_Running: Yes"
replica_status replica "${field}_IO_Running|Last_IO_Errno"
note '主库没开 log_bin'
stop_mysql source
start_mysql source 13306 --server-id=1 --skip-log-bin
sql replica 'stop replica; start replica'
state replica '1236|13114' 'not open'
expect '1236：没开 binlog' contains "$output" 'Binary log is not open'
stop_mysql source
note '主库停了'
sql replica 'stop replica; start replica'
state replica 2003 connect
expect '2003：在重连' contains "$output" "${field}_IO_Running: Connecting"
note '两个从库是同一份克隆，号码相同：互相挤掉'
start_mysql source 13306 --server-id=1 --log-bin=bin
cp -r /run/seed /run/other
cp /run/replica/auto.cnf /run/other/ 2>/dev/null
start_mysql other 13308 --server-id=2
if [ "$product" = mysql ]; then
    gtid="reset binary logs and gtids; set global gtid_purged='$(ask source 'select @@gtid_executed' -N)'"
else
    gtid="set global gtid_slave_pos='$(ask source 'select @@gtid_binlog_pos' -N)'"
fi
for name in replica other; do
    ask "$name" "stop replica; $gtid; $change ${side}_host='127.0.0.1', ${side}_port=13306, ${side}_user='repl', ${side}_password='$secret', ${side}_connect_retry=1, $auto; start replica"
    [ "$name" = other ] || until_true replica 'show replica status' "${field}_IO_Running: Yes"
done
told='A (slave|replica) with the same server_(uuid/server_)?id as this (slave|replica) has connected'
wait_for "grep -qhE '$told' /run/replica.err /run/other.err" 90
on local "grep -ohE '$told' /run/replica.err /run/other.err | sort -u"
expect '错误日志里有这一句' contains "$output" 'has connected'
[ "$product" = mariadb ] || state replica 13114 'same server_uuid'
note '给后来的那台换号码，重启；先来的那台再启动一次'
stop_mysql other
on local 'rm -f /run/other/auto.cnf'
start_mysql other 13308 --server-id=3
sql replica 'stop replica; start replica'
for name in replica other; do
    until_true "$name" 'show replica status' "${field}_IO_Running: Yes"
    printf '%s：' "$name"
    replica_status "$name" "${field}_IO_Running"
done
for name in replica other source; do stop_mysql "$name"; done
