# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
start_pair
mariadb --no-defaults -S /run/source.sock -e "create user hachk@'127.0.0.1'; create user app@'127.0.0.1' identified by 'example'; grant select on *.* to app@'127.0.0.1'"
wait_for "mariadb --no-defaults -S /run/replica.sock -Ne \"select 1 from mysql.user where user='app'\" | grep -q 1" 20
background local 'exec haproxy -db -f haproxy.cfg'
haproxy_log=$log
wait_port local 3307
ask='mariadb --no-defaults -h127.0.0.1 -P3307 -uapp -pexample -Ne'
on local "for i in 1 2 3 4; do $ask 'select @@port'; done | sort | uniq -c | xargs"
expect '两台轮流' [ "$output" = '2 13306 2 13307' ]
mariadb --no-defaults -S /run/replica.sock -e 'stop replica sql_thread'
mariadb --no-defaults -S /run/source.sock -e "insert into shop.t values (1, 'new')"
sleep 1.5
note '从库的应用线程停了'
on local "for i in 1 2 3 4; do $ask 'select count(*) from shop.t'; done | sort | uniq -c | xargs"
expect '一半的读是旧的，HAProxy 不知道' [ "$output" = '2 0 2 1' ]
stop_mysql replica
wait_for "grep -q 'Server read/replica is DOWN' $haproxy_log" 20
note '从库停机'
on local "for i in 1 2 3 4; do $ask 'select @@port'; done | sort | uniq -c | xargs"
expect '停机看得出，全走主库' [ "$output" = '4 13306' ]
stop_mysql source
