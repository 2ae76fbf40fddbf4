# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db 'create database d; create table d.Host (id int) engine=innodb; insert into d.Host values (1)'
own=()
[ "$product" = mariadb ] || own=(--mysqlx=OFF)
second() { # 选项…：再启动一个
    printf 'local# %s %s\n' "$server_program" "$*"
    rm -f /run/try.err
    ip netns exec local timeout 300 "$server_program" --no-defaults --user=root --log-error=/run/try.err --bind-address=127.0.0.1 \
        --port=13307 --socket=/run/try.sock --pid-file=/run/try.pid "${own[@]}" "$@" >/run/try.out 2>&1
}
told() { # 错误日志（或屏幕）里的 ERROR，前三句不同的
    output=$(cat /run/try.err /run/try.out 2>/dev/null | grep -oE '\[ERROR\].*' | sed 's/mariadbd: //' | awk '!seen[$0]++' | cut -c1-220 | head -n 3)
    printf '%s\n' "$output"
}
try() { # 选项…：再启动一个，等它自己退出
    second "$@"
    status=$?
    told
    printf '[退出码 %s]\n' "$status"
}
note '== 同一个数据目录上已经有一个在跑：一秒试一次，等着'
second --datadir=/run/db &
disown
wait_for "grep -q 'error: 11' /run/try.err" 60
told
expect '错误号 11' contains "$output" 'error: 11'
on local "pgrep -x $server_program | wc -l"
expect '两个' [ "$output" = 2 ]
note '停掉先来的那个，等着的就起来了'
stop_mysql db
wait_for "$admin --no-defaults -S /run/try.sock ping" 90
sql try 'select * from d.Host'
note '== 端口被占'
cp -r /run/seed /run/other
sed -i 's/^server-uuid=.*/server-uuid=00013399-0000-4000-8000-000000000000/' /run/other/auto.cnf 2>/dev/null
(
    own+=(--socket=/run/other.sock --pid-file=/run/other.pid)
    try --datadir=/run/other
)
expect '98' grep -q 'Address already in use' /run/try.err
on local "ss -Hltn 'sport = :13307' | tr -s ' '"
stop_mysql try
note '== 套接字的目录没有'
try --datadir=/run/db --socket=/run/nowhere/db.sock
expect '建不了套接字' grep -qE 'unix socket' /run/try.err
note '== 配置里有这个版本没有的变量'
if [ "$product" = mysql ]; then
    try --datadir=/run/db --default-authentication-plugin=mysql_native_password
    expect '8.4 删掉的变量' contains "$output" 'unknown variable'
    note '先查一遍配置，不启动：一次只报一个'
    try --validate-config --default-authentication-plugin=x --expire-logs-days=7
    try --validate-config --expire-logs-days=7
    expect '改掉一个，才报下一个' contains "$output" expire-logs-days
    try --validate-config --binlog-expire-logs-seconds=604800
    expect '改了名字就通过' [ "$status" -eq 0 ]
else
    try --datadir=/run/db --gtid-mode=ON
    expect 'MySQL 的变量' contains "$output" 'unknown variable'
    note '没有 --validate-config：写到 --help --verbose 前面，认不认得都会说'
    on local "mariadbd --no-defaults --gtid-mode=ON --help --verbose 2>&1 | grep -oE '(ERROR|Warning).*gtid.*'"
fi
note '变量前加 loose_：不认识只警告，照样启动'
start_mysql db 13306 --loose-no-such-variable=1
on local "grep -o '\[Warning\].*no-such-variable.*' /run/db.err"
stop_mysql db
note '== 初始化以后才改 lower_case_table_names'
if [ "$product" = mysql ]; then
    try --datadir=/run/db --lower-case-table-names=1
    expect '起不来' contains "$output" "Different lower_case_table_names settings for server ('1') and data dictionary ('0')"
    note '改回原来的值'
    start_mysql db 13306
else
    start_mysql db 13306 --lower-case-table-names=1
    note 'MariaDB 起得来，有大写字母的表却打不开了'
    sql db 'select * from d.Host'
    expect '1146' contains "$output" 'ERROR 1146'
    stop_mysql db
    note '改回原来的值'
    start_mysql db 13306
fi
sql db 'select * from d.Host'
expect '数据还在' contains "$output" 1
stop_mysql db
