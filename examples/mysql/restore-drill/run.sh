# shellcheck disable=SC2154 # mysql.sh sets dump and the others by the product that is there
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_mysql db 13306
ask db "create database shop; create table shop.a (id int primary key, v varchar(20)) engine=innodb; create table shop.b like shop.a; insert into shop.a values (1, 'one'), (2, 'two'); insert into shop.b select * from shop.a"
gtid=''
[ "$product" = mariadb ] || gtid=' --set-gtid-purged=OFF'
options="--no-defaults -S /run/db.sock --single-transaction --routines --events$gtid"
note '备份，和一份清单'
on local "set -o pipefail; $dump $options --databases shop | gzip >good.sql.gz && $client --no-defaults -S /run/db.sock -Ne 'checksum table shop.a, shop.b' >manifest && cat manifest"
note '三份备份：截断的，少了一张表的，好的'
on local "head -c 300 good.sql.gz >cut.sql.gz; $dump $options --databases shop --ignore-table=shop.b | gzip >partial.sql.gz"
stop_mysql db
on local 'bash drill.sh cut.sql.gz manifest 2>&1'
expect '截断的不装' contains "$output" '文件不完整'
on local 'bash drill.sh partial.sql.gz manifest 2>&1'
expect '少了表：装得进去，对不上' contains "$output" '和清单对不上'
on local 'bash drill.sh good.sql.gz manifest'
expect '好的' contains "$output" '2 张表都对'
expect '退出码 0' [ "$status" -eq 0 ]
on local 'ls -d /var/tmp/drill.* 2>/dev/null | wc -l'
expect '不留东西' [ "$output" = 0 ]
