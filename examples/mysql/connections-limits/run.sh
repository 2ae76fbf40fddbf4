# shellcheck disable=SC2016,SC2154 # the commands in quotes are expanded on the host that runs them; mysql.sh sets client
# shellcheck source=examples/mysql/replication-threads/mysql.sh
. ./mysql.sh
mount --bind hosts /etc/hosts # 反向解析不成的地址不进主机缓存，也就不会被拉黑
ln -s server /run/netns/local # mysql.sh 把服务器放在叫 local 的主机上
if [ "$product" = mysql ]; then
    second=(--admin-address=10.9.0.1 --admin-port=3307) processes=performance_schema.processlist
else
    second=(--extra-port=3307 --extra-max-connections=5) processes=information_schema.processlist
fi
note "选项：--max-connections=10 --max-connect-errors=3 ${second[*]}"
start_mysql db 3306 --bind-address=10.9.0.1 --max-connections=10 --max-connect-errors=3 "${second[@]}"
ask db "create user app@'%' identified by 'example'; create user one@'%' identified by 'example' with max_user_connections 1; create user chief@'%' identified by 'example'"
login="$client --no-defaults -h10.9.0.1"
note '== 握手没做完就断开三次，例如只连端口的健康检查'
on client 'for i in 1 2 3; do exec 3<>/dev/tcp/10.9.0.1/3306; head -c 20 <&3 >/dev/null; exec 3>&-; done'
until_true db "show global status like 'Aborted_connects'" 'Value: 3' # 断开要等服务器看到才算一次
on client "$login -uapp -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '1129：这台主机被拉黑' contains "$output" "Host '10.9.0.2' is blocked"
if [ "$product" = mysql ]; then
    sql db 'select ip, host, sum_connect_errors from performance_schema.host_cache'
    expect '主机缓存里记着三次' contains "$output" $'10.9.0.2\tclient\t3'
fi
sql db 'flush hosts'
if [ "$product" = mysql ]; then
    expect '9.7 没有这个语句' contains "$output" 'ERROR 1064'
    sql db 'truncate table performance_schema.host_cache'
fi
on client "$login -uapp -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
expect '清了就能连' [ "$output" = 1 ]
note '== 账号自己的上限'
hold() { # 占住一条连接；正好撞上数连接的那一条就再试
    until ip netns exec client "$client" --no-defaults -h10.9.0.1 -u"$1" -pexample -e 'do sleep(60)' 2>"hold.$2"; do
        grep -q 1040 "hold.$2" || return
        sleep 0.2
    done
}
holding() { until_true db "select count(*) from $processes where state = 'User sleep'" "\): $1"; }
hold one 0 &
disown
holding 1
on client "$login -uone -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '1226' contains "$output" 'ERROR 1226'
note '== 3306 的十条占满，从 3307 进'
for number in {1..9}; do
    hold app "$number" &
    disown
done
holding 10
on client "$login -P3306 -uapp -pexample -e 'select 1' 2>&1 | grep ERROR"
expect '1040' contains "$output" 1040
on client "$login -P3307 -uapp -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
if [ "$product" = mysql ]; then
    expect '管理端口不认普通账号' contains "$output" SERVICE_CONNECTION_ADMIN
    sql db "grant service_connection_admin on *.* to chief@'%'"
    on client "$login -P3307 -uchief -pexample -Ne 'select 1' 2>&1 | grep -v Warning"
fi
expect '3307 进得去' [ "$output" = 1 ]
