# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
ip netns exec local ip link set lo up
export HOME=/run/rabbit RABBITMQ_NODENAME=handbook@localhost RABBITMQ_MNESIA_BASE=/run/rabbit RABBITMQ_LOG_BASE=/run/rabbit
export RABBITMQ_PID_FILE=/run/rabbit/pid RABBITMQ_ENABLED_PLUGINS_FILE=/run/rabbit/plugins RABBITMQ_CONF_ENV_FILE=/run/rabbit/env
export RABBITMQ_ADVANCED_CONFIG_FILE=/run/example/advanced.config
mkdir -p /run/rabbit
: >/run/rabbit/env
background local 'exec /usr/lib/rabbitmq/bin/rabbitmq-server'
server=$pid
wait_for "ip netns exec local ss -Hltn 'sport = :5672' | grep -q ." 60
ctl() { ip netns exec local /usr/lib/rabbitmq/bin/rabbitmqctl -q "$@"; }
note '100 条在队列里，没有死信，设 max-length 50'
on local 'amqp-declare-queue -d -q orders; for i in $(seq 100); do amqp-publish -p -r orders -b "order $i"; done'
printf "local# rabbitmqctl set_policy short '^orders\$' '{\"max-length\": 50}' --apply-to queues\n"
ctl set_policy short '^orders$' '{"max-length": 50}' --apply-to queues
wait_for "ip netns exec local /usr/lib/rabbitmq/bin/rabbitmqctl -q list_queues --no-table-headers name messages | grep -q 50" 20
on local 'amqp-get -q orders; echo'
expect '前 50 条没了，队头是第 51 条' [ "$output" = 'order 51' ]
note '空闲磁盘低于下限：集群不收发布'
printf 'local# rabbitmqctl set_disk_free_limit 10000GB\n'
ctl set_disk_free_limit 10000GB
printf 'local# rabbitmq-diagnostics check_local_alarms\n'
output=$(ip netns exec local /usr/lib/rabbitmq/bin/rabbitmq-diagnostics -q check_local_alarms 2>&1)
printf '%s\n' "$output"
expect '查得到是哪一种告警' contains "$output" 'Free disk space alarm'
background local 'amqp-publish -p -r orders -b late'
publisher=$pid
wait_for '[ "$(ip netns exec local /usr/lib/rabbitmq/bin/rabbitmqctl -q list_connections --no-table-headers state)" = blocked ]' 20
printf 'local# rabbitmqctl list_connections state\n'
ctl list_connections --no-table-headers state
expect '发布的进程卡着，没有报错' [ -d "/proc/$publisher" ]
expect '它什么也没打印' [ -z "$(show "$log")" ]
printf 'local# rabbitmqctl set_disk_free_limit 50MB\n'
ctl set_disk_free_limit 50MB
wait_for "[ ! -d /proc/$publisher ]" 20
expect '告警解除，卡着的发布接着完成' wait "$publisher"
note 'consumer_timeout 改成 2 秒，取走一条，10 秒不确认'
on local 'timeout 20 amqp-consume -q orders -c 1 ./slow.sh'
expect '信道被关掉：406' contains "$output" 'delivery acknowledgement on channel 1 timed out'
stop "$server"
