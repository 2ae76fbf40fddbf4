# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
if [ "$product" = mysql ]; then
    executed='select @@gtid_executed' wait_for_position=wait_for_executed_gtid_set
else
    executed='select @@gtid_binlog_pos' wait_for_position=master_gtid_wait
fi
note '== 写后读'
sql replica 'stop replica sql_thread'
sql source "insert into shop.t values (1, 'new')"
sql replica 'select count(*) from shop.t'
expect '从库慢了：写后马上读，读不到' contains "$output" $'\n0'
position=$(ask source "$executed" -N)
sql replica "select $wait_for_position('$position', 1)"
expect '等不到：不是 0' lacks "$output" $'\n0'
ask replica 'start replica'
sql replica "select $wait_for_position('$position', 60); select count(*) from shop.t"
expect '0：等到了，再读' contains "$output" $'\n0\ncount(*)\n1'
note '== read_only 挡谁'
write() { # 账号 主键：用这个账号在从库上写一行，打印结果
    printf 'replica（%s）> insert into shop.t values (%s, %s)\n' "$1" "$2" "'x'"
    local password=(-pexample)
    [ "$1" != root ] || password=()
    output=$(ask replica "insert into shop.t values ($2, 'x')" "-u$1" "${password[@]}" 2>&1 | grep ERROR)
    printf '%s\n' "${output:-写进去了}"
}
if [ "$product" = mysql ]; then
    strong='connection_admin system_variables_admin super'
else
    strong='connection_admin read_only_admin super'
fi
for user in app $strong; do
    ask replica "create user $user@localhost identified by 'example'; grant select, insert on shop.* to $user@localhost" 2>/dev/null
    privilege=$user
    [ "$product" = mysql ] || privilege=${user//_/ }
    privilege=${privilege/read only admin/read_only admin}
    [ "$user" = app ] || ask replica "grant $privilege on *.* to $user@localhost" 2>/dev/null
done
number=10
for user in app $strong root; do
    number=$((number + 1))
    write "$user" "$number"
done
sql replica 'select count(*) from shop.t where id > 10'
if [ "$product" = mysql ]; then
    note 'super_read_only：连它们也挡住'
    sql replica 'set global super_read_only = 1'
    write root 20
    expect '1290' contains "$output" 'super-read-only'
else
    sql replica 'set global super_read_only = 1'
    expect 'MariaDB 没有这个变量' contains "$output" 'ERROR 1193'
fi
stop_mysql replica
stop_mysql source
