# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
redo_file=ib_logfile0
[ "$product" = mariadb ] || redo_file='#ib_redo[0-9]+'
note '“每秒一次”推迟成 30 秒一次（innodb_flush_log_at_timeout=30），好看清楚'
for value in 0 2 1; do
    rm -rf "/run/db$value"
    start_mysql "db$value" 13306 --innodb-flush-log-at-timeout=30
    ask "db$value" "create database d; create table d.t (a int) engine=innodb; set global innodb_flush_log_at_trx_commit=$value"
    ask "db$value" "$(for _ in {1..20}; do echo 'insert into d.t values (1);'; done)"
    kill -9 "$(cat "/run/db$value.pid")"
    wait_for "! kill -0 $server" 10
    rm -f "/run/db$value.pid"
    start_mysql "db$value" 13306
    note "innodb_flush_log_at_trx_commit=$value，插入 20 行，立刻 kill -9，再启动"
    sql "db$value" 'select count(*) from d.t'
    eval "left_$value=\$(tail -n1 <<<\"\$output\")"
    stop_mysql "db$value"
done
# shellcheck disable=SC2154 # set by eval above
expect '0：进程一死就丢了' [ "$left_0" -lt 20 ]
# shellcheck disable=SC2154
expect '2 和 1：进程死了不丢' [ "$left_2$left_1" = 2020 ]
start_mysql db 13306 --log-bin=bin --server-id=1
on local "find /run/db -name 'ib_logfile0' -o -name '#innodb_redo'"
ask db 'create database d; create table d.t (a int) engine=innodb'
start_trace() { # 上一次的 strace.log 里也有 attached，先删掉
    rm -f strace.log
    strace -f -y -e "trace=$1" -o trace -p "$(cat /run/db.pid)" >strace.log 2>&1 &
    wait_for 'grep -qs attached strace.log' 20
}
flushes() { # 50 次提交，各种日志各 fdatasync 几次
    ask db "set global innodb_flush_log_at_trx_commit=$1; set global sync_binlog=$2"
    start_trace fsync,fdatasync
    ask db "$(for _ in {1..50}; do echo 'insert into d.t values (1);'; done)"
    kill %%
    wait %% 2>/dev/null
    redo=$(grep -cE "$redo_file" trace)
    binlog=$(grep -c 'bin\.0' trace)
    printf 'innodb_flush_log_at_trx_commit=%s sync_binlog=%s：redo %s，binlog %s\n' "$1" "$2" \
        "$([ "$redo" -ge 50 ] && echo '每次提交' || echo '每秒左右')" "$([ "$binlog" -ge 50 ] && echo '每次提交' || echo '不主动刷')"
}
note '50 次提交，fdatasync 落在哪个文件上'
flushes 1 1
expect '双 1：两份日志每次提交都刷' [ "$redo" -ge 50 ]
expect '双 1：binlog 也是' [ "$binlog" -ge 50 ]
flushes 2 0
expect '2 和 0：redo 每秒左右一次' [ "$redo" -lt 20 ]
expect 'binlog 不主动刷' [ "$binlog" -lt 5 ]
flushes 0 1
expect '两个开关各管各的' [ "$binlog" -ge 50 ]
note '一次提交里的先后'
ask db 'set global innodb_flush_log_at_trx_commit=1; set global sync_binlog=1'
start_trace fdatasync,pwrite64,write
ask db 'insert into d.t values (1)'
wait_for 'grep -q "fdatasync.*/bin\.0" trace' 20
kill %%
wait %% 2>/dev/null
grep -oE '(fdatasync|write|pwrite64)\([0-9]+<[^>]*/('"$redo_file"'|bin\.0[0-9]*)' trace | sed -E "s/\([0-9]+<.*\// /; s/bin\.0.*/binlog/; s/$redo_file/redo/" | awk '!seen[$0]++' | tee order
expect '先 redo，后 binlog' [ "$(grep -n 'fdatasync redo' order | head -n1 | cut -d: -f1)" -lt "$(grep -n 'fdatasync binlog' order | cut -d: -f1)" ]
stop_mysql db
