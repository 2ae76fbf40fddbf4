# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
mount --bind hosts /etc/hosts # 反向解析不成的地址不进主机缓存，也就不会被拉黑
mariadb-install-db --no-defaults --user=root --datadir=/run/db --auth-root-authentication-method=normal --skip-test-db >/run/install.log 2>&1
background server 'mariadbd --no-defaults --user=root --datadir=/run/db --socket=/run/db.sock --bind-address=0.0.0.0 --max-connections=10 --max-connect-errors=3 --extra-port=3307 --extra-max-connections=5'
server=$pid
wait_for 'mariadb-admin --no-defaults -S /run/db.sock ping' 30
mariadb --no-defaults -S /run/db.sock -e "create user app@'%' identified by 'example'; create user one@'%' identified by 'example' with max_user_connections 1"
note '握手没做完就断开三次，例如只连端口的健康检查'
on client 'for i in 1 2 3; do exec 3<>/dev/tcp/10.9.0.1/3306; head -c 20 <&3 >/dev/null; exec 3>&-; done; sleep 0.3; mariadb -h10.9.0.1 -uapp -pexample -e "select 1" 2>&1'
expect '1129：这台主机被拉黑' contains "$output" '1129 - Host'
on server 'mariadb --no-defaults -S /run/db.sock -e "flush hosts"'
on client 'mariadb -h10.9.0.1 -uapp -pexample -Ne "select 1" 2>&1'
expect '清了就能连' [ "$output" = 1 ]
note '账号自己的上限'
ip netns exec client mariadb -h10.9.0.1 -uone -pexample -e 'do sleep(60)' 2>/dev/null &
disown
sleepers() { # 从另一个端口数，不占 3306 的名额
    ip netns exec server mariadb --no-defaults -h127.0.0.1 -P3307 -uroot \
        -Ne 'select count(*) from information_schema.processlist where state = "User sleep"'
}
export -f sleepers
wait_for '[ "$(sleepers)" -eq 1 ]' 10
on client 'mariadb -h10.9.0.1 -uone -pexample -e "select 1" 2>&1'
expect '1226' contains "$output" 'ERROR 1226'
note '3306 的十条占满，普通账号从 extra_port 进'
for _ in {1..9}; do
    ip netns exec client mariadb -h10.9.0.1 -uapp -pexample -e 'do sleep(60)' 2>/dev/null &
    disown
done
wait_for '[ "$(sleepers)" -eq 10 ]' 10
on client 'mariadb -h10.9.0.1 -P3306 -uapp -pexample -e "select 1" 2>&1'
expect '1040' contains "$output" 1040
on client 'mariadb -h10.9.0.1 -P3307 -uapp -pexample -Ne "select 1" 2>&1'
expect '3307 进得去' [ "$output" = 1 ]
stop "$server"
