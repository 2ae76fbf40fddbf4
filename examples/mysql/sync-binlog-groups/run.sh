# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
# 十个会话同时提交时，让它们等齐再一起刷 binlog；只有一个会话时不等
start_mysql db 13306 --server-id=1 --log-bin=bin --sync-binlog=2
ask db 'set session sql_log_bin=0; create database d; create table d.t (a int) engine=innodb'
flushes() { # 会话数 每个会话提交几次：strace 数 binlog 刷了几次盘，放进 $flushed
    rm -f strace.log
    strace -f -y -e trace=fdatasync -o trace -p "$(cat /run/db.pid)" >strace.log 2>&1 &
    local tracer=$! clients=() statements
    wait_for 'grep -qs attached strace.log' 20
    statements=$(yes 'insert into d.t values (1);' | head -n "$2")
    for _ in $(seq "$1"); do
        ask db "$statements" &
        clients+=($!)
    done
    wait "${clients[@]}"
    kill "$tracer"
    wait "$tracer" 2>/dev/null
    flushed=$(grep -c '/bin\.0' trace)
    printf '%s 个会话各提交 %s 次，binlog 刷盘 %s 次\n' "$1" "$2" "$flushed"
}
note '一个会话：每次提交自成一组'
flushes 1 100
expect '提交两次刷一次' [ "$flushed" -eq 50 ]
note '十个会话一起提交'
if [ "$product" = mysql ]; then
    sql db 'set global binlog_group_commit_sync_no_delay_count = 10; set global binlog_group_commit_sync_delay = 1000000'
else
    sql db 'set global binlog_commit_wait_count = 10; set global binlog_commit_wait_usec = 5000000'
    count() { ask db "show global status like 'Binlog_group_commits'" -N | cut -f2; }
    groups=$(count)
fi
flushes 10 10
expect '同样 100 次提交，刷盘不到一半的一半' [ "$flushed" -lt 25 ]
if [ "$product" = mariadb ]; then
    groups=$(($(count) - groups))
    printf '分成 %s 组\n' "$groups"
    expect '刷盘的次数是组数的一半' [ "$flushed" -eq $((groups / 2)) ]
fi
stop_mysql db
