# shellcheck shell=bash
# shellcheck source=examples/middleware/amqp-reply-codes/rabbit.sh
. ./rabbit.sh
setup local 'ip link set lo up'
start_rabbit local
note '队列早就有了，参数是建的时候定的'
on local 'python3 client.py declare orders durable x-message-ttl=3600000'
on local 'python3 client.py put orders 3'
note '== 新版本的程序换了参数'
on local 'python3 client.py declare orders durable x-message-ttl=7200000'
expect '406：收到的和现有的都写着' contains "$output" "received '7200000' but current is '3600000'"
on local 'python3 client.py declare orders durable'
expect '少写一个参数也是' contains "$output" "inequivalent arg 'x-message-ttl'"
on local 'python3 client.py declare orders x-message-ttl=3600000'
expect '持久与否也算' contains "$output" "inequivalent arg 'durable'"
on local 'python3 client.py declare orders durable x-message-ttl=3600000 x-queue-type=quorum'
expect '类型也算' contains "$output" "inequivalent arg 'x-queue-type'"
note '== 先看现有的是什么'
on local 'rabbitmqctl -q list_queues --no-table-headers name durable arguments'
expect '参数还是建的时候那一个' contains "$output" 3600000
note '信道关了，不理会、接着发：整条连接没有了，看到的是另一个号码'
on local 'python3 client.py careless orders durable x-message-ttl=7200000'
expect '先是 406，再是 504' contains "$output" '504 CHANNEL_ERROR'
note '== 改：建新队列，不带参数，时长放进策略；把消息搬过去；空了才删旧的'
on local 'python3 client.py declare orders.v2 durable'
on local "rabbitmqctl -q set_policy orders-ttl '^orders\.v2\$' '{\"message-ttl\": 3600000}' --apply-to queues"
on local 'python3 client.py move orders orders.v2'
on local 'rabbitmqctl -q delete_queue orders --if-empty --if-unused'
on local 'rabbitmqctl -q list_queues --no-table-headers name messages policy'
expect '三条都在新队列里' contains "$output" $'orders.v2\t3\torders-ttl'
note '== 以后改时长，只改策略，程序不用动'
on local "rabbitmqctl -q set_policy orders-ttl '^orders\.v2\$' '{\"message-ttl\": 7200000}' --apply-to queues"
on local 'python3 client.py declare orders.v2 durable'
expect '同样的声明照样通过' contains "$output" 'declare-ok: orders.v2，3 条'
stop "$server"
