# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db 'create database d; create table d.t (id int primary key, v longtext) engine=innodb'
login=("$client" --no-defaults -S /run/db.sock d)
sleeping="select count(*) from information_schema.processlist where info like 'select sleep%'"
id="select id from information_schema.processlist where info like 'select sleep%'"
told() { # 文件：等里面出现错误，打印它
    wait_for "grep -q ERROR $1" 60
    output=$(grep -o 'ERROR.*' "$1")
    printf '%s\n' "$output"
}
note '== 空闲超过 wait_timeout：下一句才知道'
mkfifo one
"${login[@]}" --unbuffered --force --skip-reconnect <one >one.log 2>&1 &
disown
exec 4>one
say() {
    printf 'one> %s\n' "$1"
    printf '%s;\n' "$1" >&4
}
say 'set wait_timeout = 1; select 1'
wait_for 'grep -q 1 one.log' 60
until_true db "show global status like 'Aborted_clients'" 'Value: 1'
say 'select 2'
told one.log
exec 4>&-
if [ "$product" = mysql ]; then
    expect '4031 说得出原因' contains "$output" 'ERROR 4031'
else
    expect '2006' contains "$output" 'ERROR 2006'
    on local "grep -o 'Got timeout reading.*' /run/db.err"
fi
note '服务器没有重启过：Aborted_clients 加一，Uptime 照旧'
sql db "show global status like 'Aborted_clients'"
note '== 一句 2 MB，服务器的上限 1 MB'
sql db 'set global max_allowed_packet = 1048576'
{
    printf "insert into t values (1, '"
    head -c 2000000 /dev/zero | tr '\0' x
    printf "');\n"
} >big.sql
on local "${login[*]} <big.sql 2>&1 | grep -o 'ERROR.*'"
if [ "$product" = mysql ]; then
    expect '1153' contains "$output" 'ERROR 1153'
else
    expect '也是 2006' contains "$output" 'ERROR 2006'
    on local "grep -o 'Got a packet bigger.*' /run/db.err"
fi
note '只改客户端的没有用'
on local "${login[*]} --max-allowed-packet=64M <big.sql 2>&1 | grep -o 'ERROR.*'"
expect '还是它' contains "$output" ERROR
note '改服务器的'
sql db 'set global max_allowed_packet = 67108864'
on local "${login[*]} <big.sql && ${login[*]} -Ne 'select length(v) from t'"
expect '进去了' [ "$output" = 2000000 ]
note '取的时候，是客户端自己的上限'
on local "${login[*]} --max-allowed-packet=1M -e 'select v from t' 2>&1 | grep -o 'ERROR.*'"
note '== 语句太久'
if [ "$product" = mysql ]; then limit='set max_execution_time = 500;'; else limit='set statement max_statement_time = 0.5 for'; fi
on local "${login[*]} -e '$limit select count(*) from information_schema.columns a, information_schema.columns b, information_schema.columns c' 2>&1 | grep -o 'ERROR.*'"
expect '到时间就停' contains "$output" 'execution was interrupted'
note '== 语句跑到一半，连接被 KILL'
"${login[@]}" -e 'select sleep(600)' >two.log 2>&1 &
until_true db "$sleeping" ': 1'
ask db "kill $(ask db "$id" -N)"
told two.log
expect '2013' contains "$output" 'ERROR 2013'
note '== 语句跑到一半，服务器被杀：同一个 2013'
"${login[@]}" -e 'select sleep(600)' >three.log 2>&1 &
until_true db "$sleeping" ': 1'
killed=$(date +%s)
kill -9 "$(cat /run/db.pid)"
told three.log
expect '文字分不出来' [ "$(cat two.log)" = "$(cat three.log)" ]
wait_for "! kill -0 $server" 60
rm -f /run/db.pid
start_mysql db 13306
note '分得出来的是 Uptime：它从头数起'
sql db "show global status like 'Uptime'"
expect '启动的时刻在断开之后' [ $(($(date +%s) - ${output##*$'\t'})) -ge $((killed - 1)) ]
sql db 'select id, length(v) from d.t'
stop_mysql db
