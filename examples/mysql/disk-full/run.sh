# shellcheck disable=SC2154 # mysql.sh sets client and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
mkdir /run/log
mount -t tmpfs -o size=12m tmpfs /run/log
head -c 1000000 /dev/zero >/run/log/ballast # 占位的文件，满了就删它
start_mysql db 13306 --server-id=1 --log-bin=/run/log/bin --max-binlog-size=4194304 --binlog-format=ROW
ask db 'create database d; create table d.t (id int auto_increment primary key, v longtext) engine=innodb'
login="$client --no-defaults -S /run/db.sock"
stuck() { # 语句：给它 5 秒
    on local "timeout 5 $login -e \"$1\""
    expect '停住了' [ "$status" -eq 124 ]
}
note '一直写，直到放 binlog 的磁盘满'
yes "insert into d.t (v) values (repeat('x', 500000));" | "$client" --no-defaults -S /run/db.sock >writer.log 2>&1 &
writer=$!
wait_for 'grep -q "Disk is full" /run/db.err' 120
on local 'grep -ohE "Disk is full writing.*" /run/db.err | head -n 1'
expect '错误日志里有' contains "$output" 'No space left on device'
on local 'df --output=avail,pcent -m /run/log | xargs; ls /run/log/bin.00000[0-9]'
note '在写的那一句没有报错，一直等；读照常'
sql db "select command, state, info from information_schema.processlist where info like 'insert%'"
expect '客户端没有收到错误' [ ! -s writer.log ]
kill "$writer" # 服务器里的那一句还在等
sql db 'select count(*) > 5 from d.t'
stuck "insert into d.t (v) values ('y')"
note '列出来也停住'
stuck 'show binary logs'
note '清也停住：要写一个临时的索引文件，没有空间'
stuck "purge binary logs to 'bin.000002'"
before=$(ask db 'select count(*) from d.t' -N)
note '先腾出一点空间，再清'
on local 'rm /run/log/ballast'
on local "timeout 200 $login -e \"purge binary logs to 'bin.000002'\""
expect '清成了' [ "$status" -eq 0 ]
expect '文件没了' [ ! -e /run/log/bin.000001 ]
note '60 秒之内，等着的自己接着写'
until_true db "select count(*) > $before as more from d.t" 'more: 1' 150
on local "timeout 200 $login -e \"insert into d.t (v) values ('z'); show binary logs\" | cut -f1"
expect '能写，能列' [ "$status" -eq 0 ]
stop_mysql db
