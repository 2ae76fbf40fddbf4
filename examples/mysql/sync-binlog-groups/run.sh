# shellcheck disable=SC2016 # the conditions in quotes are expanded when they are tried
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
# 十个会话同时提交时，让它们等齐再一起写 binlog
start_mysql db 13306 --server-id=1 --log-bin=bin --sync-binlog=2 --binlog-commit-wait-count=10 --binlog-commit-wait-usec=5000000
mariadb --no-defaults -S /run/db.sock -e 'set session sql_log_bin=0; create database d; create table d.t (a int) engine=innodb'
count() { mariadb --no-defaults -S /run/db.sock -Ne "show global status like '$1'" | cut -f2; }
commits=$(count Binlog_commits)
groups=$(count Binlog_group_commits)
strace -f -y -e trace=fdatasync -o trace -p "$(cat /run/db.pid)" >strace.log 2>&1 &
tracer=$!
wait_for 'grep -qs attached strace.log' 20
clients=()
for _ in {1..10}; do
    mariadb --no-defaults -S /run/db.sock -e "$(for _ in {1..10}; do echo 'insert into d.t values (1);'; done)" &
    clients+=($!)
done
wait "${clients[@]}"
kill "$tracer"
wait "$tracer" 2>/dev/null
commits=$(($(count Binlog_commits) - commits))
groups=$(($(count Binlog_group_commits) - groups))
flushes=$(grep -c '/bin\.0' trace)
note 'sync_binlog=2，十个会话各提交十次'
printf '提交 %s 次，分成 %s 组，binlog 刷盘 %s 次\n' "$commits" "$groups" "$flushes"
expect '刷盘的次数是组数的一半，不是提交数的一半' [ "$flushes" -eq $((groups / 2)) ]
expect '组比提交少得多' [ "$((groups * 5))" -le "$commits" ]
stop_mysql db
