# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
setup local 'ip link set lo up'
data=/run/mysql
mkdir -p "$data"
chown mysql "$data"
mariadb-install-db --no-defaults --user=mysql --datadir="$data" --auth-root-authentication-method=normal >/dev/null 2>&1
background local "mariadbd --no-defaults --user=mysql --datadir=$data --socket=$data/s --bind-address=127.0.0.1 --port=3306 --long-query-time=0.2 --log-bin=bin --server-id=1"
server=$pid
wait_for "mariadb-admin --no-defaults -S $data/s ping" 30
mariadb --no-defaults -S "$data/s" <grants.sql
cp monitor.cnf /run/monitor.cnf
chmod 600 /run/monitor.cnf
item() {
    on local "zabbix_agentd -c agent.conf -t '$1' | tr -s ' '"
}
item 'net.tcp.port[127.0.0.1,3306]'
expect '端口通' contains "$output" '[u|1]'
item 'net.tcp.port[127.0.0.1,3307]'
expect '没有人听的端口是 0，不是错误' contains "$output" '[u|0]'
item mysql.ping
expect '真的在回答' contains "$output" '[t|1]'
item 'mysql.status[Threads_connected]'
expect '连接线程数：监控自己这一条' contains "$output" '[t|1]'
item no.such.key
expect '不认识的键' contains "$output" ZBX_NOTSUPPORTED
note '慢查询日志关着，计数器照样加'
on local "mariadb --no-defaults -S $data/s -Ne 'select @@slow_query_log; select sleep(0.3)'"
item 'mysql.status[Slow_queries]'
expect 'Slow_queries 是 1' contains "$output" '[t|1]'
note '自动提交的写入不算 Com_commit'
on local "mariadb --no-defaults -S $data/s -Ne 'create table test.t (a int) engine=innodb; flush status; insert test.t values (1); insert test.t values (2); show session status like \"Com_commit\"; begin; insert test.t values (3); commit; show session status like \"Com_commit\"'"
expect '两次自动提交：Com_commit 仍是 0' contains "$output" $'Com_commit\t0'
expect '显式提交才加' contains "$output" $'Com_commit\t1'
note '同样的事，三个计数器各加几'
counters() { # 名字 sql_log_bin 语句：在一个会话里执行，看三个计数器加了多少
    output=$(mariadb --no-defaults -S "$data/s" -Ne "set sql_log_bin = $2; flush status; $3; show session status where variable_name in ('Com_commit', 'Com_insert', 'Handler_commit')" | tr '\t\n' '  ')
    printf '%s：%s\n' "$1" "$output"
}
select='select count(*) from test.t into @n'
one='insert test.t values (1)'
three='begin; insert test.t values (1); insert test.t values (2); insert test.t values (3); commit'
counters '一次 SELECT' 0 "$select"
counters '一次自动提交的写入' 0 "$one"
counters '三条写入的一个事务' 0 "$three"
expect '不写 binlog，一个事务 Handler_commit 加 4' contains "$output" 'Handler_commit 4'
counters '写 binlog：一次 SELECT' 1 "$select"
counters '写 binlog：一次自动提交的写入' 1 "$one"
counters '写 binlog：三条写入的一个事务' 1 "$three"
expect '写 binlog，同一个事务加 8' contains "$output" 'Handler_commit 8'
note '同样的数，给 Prometheus'
background local 'prometheus-mysqld-exporter --config.my-cnf=/run/monitor.cnf --web.listen-address=127.0.0.1:9104'
exporter=$pid
wait_for 'ip netns exec local curl -sf http://127.0.0.1:9104/metrics | grep -q "^mysql_up 1"' 20
on local 'curl -s http://127.0.0.1:9104/metrics | grep -E "^mysql_(up|global_status_slow_queries|global_variables_max_connections) "'
expect '慢查询数相同' contains "$output" 'mysql_global_status_slow_queries 1'
stop "$exporter"
stop "$server"
