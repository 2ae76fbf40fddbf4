# shellcheck disable=SC2154 # mysql.sh sets client, field and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
if [ "$product" = mysql ]; then
    source=source replica=replica
    note '没装插件：没有这个变量'
    sql source 'set global rpl_semi_sync_source_enabled=1'
    expect '1193' contains "$output" 'ERROR 1193'
    sql source "install plugin rpl_semi_sync_source soname 'semisync_source.so'"
    sql replica "install plugin rpl_semi_sync_replica soname 'semisync_replica.so'"
    note '旧名字的库没有了'
    # errno 是线程里留下的旧值，每次不同
    sql source "install plugin rpl_semi_sync_master soname 'semisync_master.so'" >refused
    show refused | sed 's/(errno: [0-9]*/(errno: …/'
    expect '1126' contains "$output" 'ERROR 1126'
else
    source=master replica=slave
fi
note '打开：从库先停接收再启动，才以半同步的身份连上'
sql source "set global rpl_semi_sync_${source}_enabled=1; set global rpl_semi_sync_${source}_timeout=2000"
sql replica "set global rpl_semi_sync_${replica}_enabled=1; stop replica io_thread; start replica io_thread"
until_true source "show status like 'Rpl_semi_sync_${source}_clients'" 'Value: 1'
sql source "insert into shop.t values (3, 'semi'); show status like 'Rpl_semi_sync_${source}_status'"
expect '有从库确认' contains "$output" ON
sql source "show variables like 'rpl_semi_sync_${source}_wait_point'"
note '没有从库了：等两秒，退回异步，写入照样成功'
sql replica 'stop replica io_thread'
sql source "insert into shop.t values (4, 'alone'); show status like 'Rpl_semi_sync_${source}_status'"
expect '状态是 OFF' contains "$output" OFF
sql replica 'start replica io_thread'
until_true source "show status like 'Rpl_semi_sync_${source}_status'" 'Value: ON'
sql source "show status like 'Rpl_semi_sync_${source}_status'"
expect '从库追上以后自己变回 ON' contains "$output" ON
note '哪些语句认'
for statement in 'show replica status' 'show slave status' 'show replicas' 'show replica hosts' 'show binary log status' \
    'show binlog status' 'show master status' 'stop slave' 'start slave' 'stop replica' 'start replica' 'reset master' 'reset binary logs and gtids'; do
    ask replica "$statement" >/dev/null 2>/run/error && printf '%-28s认\n' "$statement" ||
        printf '%-28s%s\n' "$statement" "$(grep -o 'ERROR [0-9]*' /run/error)"
done | tee /run/statements
expect 'show replica status 两家都认' grep -q 'show replica status *认' /run/statements
stop_mysql replica
stop_mysql source
