# 在命名空间里起 MySQL 或 MariaDB，看系统里装着哪一家。数据在 /run/名字，套接字 /run/名字.sock，端口由参数给。
# shellcheck shell=bash disable=SC2034
if command -v mariadbd >/dev/null; then
    product=mariadb client=mariadb admin=mariadb-admin dump=mariadb-dump binlog=mariadb-binlog server_program=mariadbd
    # 语句和字段的名字：change master to master_host=…，Slave_IO_Running
    change='change master to' side=master field=Slave auto='master_use_gtid=slave_pos'
else
    product=mysql client=mysql admin=mysqladmin dump=mysqldump binlog=mysqlbinlog server_program=mysqld
    change='change replication source to' side=source field=Replica auto='source_auto_position=1'
fi
# start_mysql 名字 端口 选项…：起一个（第一次会建好数据目录），进程号在 $server；有 /run/名字.cnf 就只读它。
start_mysql() {
    local name=$1 port=$2 own=()
    shift 2
    ip netns exec local ip link set lo up
    if [ "$product" = mysql ]; then
        # Debian 的包装好时已经建过一个；每台的 UUID 要不同，这里照端口写，GTID 才好认
        [ -d /run/seed ] || cp -r /var/lib/mysql /run/seed
        own=(--mysqlx=OFF)
    elif [ ! -d /run/seed ]; then
        mariadb-install-db --no-defaults --user=root --datadir=/run/seed --auth-root-authentication-method=normal \
            --skip-test-db >/run/install.log 2>&1
    fi
    [ -d "/run/$name" ] || { cp -r /run/seed "/run/$name" && uuid "$port" "/run/$name/auto.cnf"; }
    local defaults=--no-defaults
    [ ! -e "/run/$name.cnf" ] || defaults=--defaults-file=/run/$name.cnf
    ip netns exec local "$server_program" "$defaults" --user=root --datadir="/run/$name" --socket="/run/$name.sock" \
        --pid-file="/run/$name.pid" --log-error="/run/$name.err" --bind-address=127.0.0.1 --port="$port" "${own[@]}" "$@" >/dev/null 2>&1 &
    server=$!
    disown
    wait_for "$admin --no-defaults -S /run/$name.sock ping" 90
}
uuid() {
    [ "$product" = mariadb ] || printf '[auto]\nserver-uuid=%08d-0000-4000-8000-000000000000\n' "$1" >"$2"
}
# ask 名字 语句 选项…：执行，只打印结果。
ask() {
    local name=$1 statement=$2
    shift 2
    "$client" --no-defaults -S "/run/$name.sock" "$@" -e "$statement"
}
# until_true 名字 语句 文字：等语句的结果（竖着打印）里有这段文字（grep -E）。
until_true() {
    wait_for "$client --no-defaults -S /run/$1.sock -E -e \"$2\" 2>&1 | grep -qE '$3'" "${4:-60}"
}
# sql 名字 语句：执行并打印；结果在 $output。
sql() {
    printf '%s> %s\n' "$1" "$2"
    output=$(ask "$1" "$2" 2>&1)
    status=$?
    [ -z "$output" ] || printf '%s\n' "$output"
    [ "$status" -eq 0 ] || printf '[退出码 %s]\n' "$status"
}
# sql_file 名字 文件：像逐条输入那样显示文件里的语句，并执行。
sql_file() {
    sed -e '/^--/d' -e "s/^/$1> /" "$2"
    output=$("$client" --no-defaults -S "/run/$1.sock" <"$2" 2>&1)
    [ -z "$output" ] || printf '%s\n' "$output"
}
# replica_status 名字 字段（grep -E）：复制状态里的几行；结果在 $output。
replica_status() {
    output=$(ask "$1" 'show replica status' -E | sed 's/^ *//' | grep -E "^($2):")
    printf '%s\n' "$output"
}
# stop_mysql 名字：正常停机。
stop_mysql() {
    "$admin" --no-defaults -S "/run/$1.sock" shutdown
    wait_for "[ ! -e /run/$1.pid ]" 60
}
# start_pair：主库 source（13306）和从库 replica（13307），复制已经建好。
start_pair() {
    start_mysql source 13306 --server-id=1 --log-bin=bin --binlog-format=ROW
    start_mysql replica 13307 --server-id=2 --relay-log=relay --read-only=1
    ask source \
        "create user repl@'127.0.0.1' identified by 'example'; grant replication slave on *.* to repl@'127.0.0.1'; create database shop; create table shop.t (id int primary key, v varchar(9)) engine=innodb"
    ask replica \
        "$change ${side}_host='127.0.0.1', ${side}_port=13306, ${side}_user='repl', ${side}_password='example', $auto; start replica"
    until_true replica 'show create table shop.t' 'Create Table'
}
