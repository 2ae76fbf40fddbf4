# shellcheck shell=bash
# shellcheck source=examples/middleware/amqp-reply-codes/rabbit.sh
. ./rabbit.sh
setup server 'ip link set lo up'
start_rabbit server
node_log=/run/rabbit/log/handbook@localhost.log
logged() { # 等日志里有这一句，再显示
    wait_for "grep -q \"$1\" $node_log" 60
    on server "grep -o \"$1\" $node_log | tail -n 1"
}
note '== guest 从别的机器来'
on client 'python3 login.py 10.9.0.1 guest guest /'
expect '客户端只看到登录被拒绝' contains "$output" '403 ACCESS_REFUSED - Login was refused'
logged "user 'guest' can only connect via localhost"
on server 'python3 login.py 127.0.0.1 guest guest /'
expect '同一个口令，在本机能登录' contains "$output" 登录了
note '== 改：建自己的用户，不要放开 guest'
on server 'rabbitmqctl -q add_user app secret'
note '== 口令错：客户端看到的话一样，日志里不一样'
on client 'python3 login.py 10.9.0.1 app wrong shop'
expect '还是同一句' contains "$output" '403 ACCESS_REFUSED - Login was refused'
logged "user 'app' - invalid credentials"
on server 'rabbitmqctl -q authenticate_user app wrong >/dev/null 2>&1; echo "wrong: $?"; rabbitmqctl -q authenticate_user app secret >/dev/null; echo "secret: $?"'
expect '服务器上就能试口令' contains "$output" 'secret: 0'
note '== 口令对，没有这个 vhost'
on client 'python3 login.py 10.9.0.1 app secret shop'
expect '530' contains "$output" '530 NOT_ALLOWED - vhost shop not found'
on server 'rabbitmqctl -q list_vhosts --no-table-headers'
on server 'rabbitmqctl -q add_vhost shop'
note '== 有 vhost，没有进去的权限'
on client 'python3 login.py 10.9.0.1 app secret shop'
expect '还是 530，句子不同' contains "$output" "access to vhost 'shop' refused for user 'app'"
on server 'rabbitmqctl -q list_permissions -p shop --no-table-headers'
expect '没有它的一行' lacks "$output" app
on server "rabbitmqctl -q set_permissions -p shop app '^web\\.' '.*' '.*'"
note '== 进去了，这个名字不许建'
on client 'python3 login.py 10.9.0.1 app secret shop orders'
expect '这回是 403，说得出用户和队列' contains "$output" "access to queue 'orders' in vhost 'shop' refused for user 'app'"
on server 'rabbitmqctl -q list_permissions -p shop --no-table-headers'
on server "rabbitmqctl -q set_permissions -p shop app '.*' '.*' '.*'"
on client 'python3 login.py 10.9.0.1 app secret shop orders'
expect '好了' contains "$output" '队列 orders 声明了'
note '== 打到 5672 的是 HTTP：没有号码，只回八个字节就断开'
on client "python3 -c 'import socket; s = socket.create_connection((\"10.9.0.1\", 5672), 60); s.sendall(b\"GET / HT\"); print(s.recv(4).decode())'"
expect '回的以 AMQP 开头' [ "$output" = AMQP ]
logged 'bad_header.*GET / HT'
stop "$server"
