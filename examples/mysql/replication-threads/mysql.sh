# 在命名空间里起 MariaDB：数据在 /run/名字，套接字 /run/名字.sock，端口由参数给。
# shellcheck shell=bash
# start_mysql 名字 端口 选项…：起一个（第一次会建好数据目录），进程号在 $server。
start_mysql() {
    local name=$1 port=$2
    shift 2
    ip netns exec local ip link set lo up
    if [ ! -d /run/seed ]; then
        mariadb-install-db --no-defaults --user=root --datadir=/run/seed --auth-root-authentication-method=normal \
            --skip-test-db >/run/install.log 2>&1
    fi
    [ -d "/run/$name" ] || cp -r /run/seed "/run/$name"
    ip netns exec local mariadbd --no-defaults --user=root --datadir="/run/$name" --socket="/run/$name.sock" \
        --pid-file="/run/$name.pid" --log-error="/run/$name.err" --bind-address=127.0.0.1 --port="$port" "$@" >/dev/null 2>&1 &
    server=$!
    disown
    wait_for "mariadb-admin --no-defaults -S /run/$name.sock ping" 30
}
# sql 名字 语句：执行并打印；结果在 $output。
sql() {
    printf '%s> %s\n' "$1" "$2"
    output=$(mariadb --no-defaults -S "/run/$1.sock" -e "$2" 2>&1)
    status=$?
    [ -z "$output" ] || printf '%s\n' "$output"
    [ "$status" -eq 0 ] || printf '[退出码 %s]\n' "$status"
}
# stop_mysql 名字：正常停机。
stop_mysql() {
    mariadb-admin --no-defaults -S "/run/$1.sock" shutdown
    wait_for "[ ! -e /run/$1.pid ]" 20
}
# start_pair：主库 source（13306）和从库 replica（13307），复制已经建好。
start_pair() {
    start_mysql source 13306 --server-id=1 --log-bin=bin --binlog-format=ROW
    start_mysql replica 13307 --server-id=2 --relay-log=relay --read-only=1
    mariadb --no-defaults -S /run/source.sock -e \
        "create user repl@'127.0.0.1' identified by 'example'; grant replication slave on *.* to repl@'127.0.0.1'; create database shop; create table shop.t (id int primary key, v varchar(9)) engine=innodb"
    mariadb --no-defaults -S /run/replica.sock -e \
        "change master to master_host='127.0.0.1', master_port=13306, master_user='repl', master_password='example', master_use_gtid=slave_pos; start replica"
    wait_for "mariadb --no-defaults -S /run/replica.sock -e 'show create table shop.t'" 20
}
