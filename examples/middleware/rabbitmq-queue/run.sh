# shellcheck disable=SC2016 # the commands in quotes are expanded on the host that runs them
ip netns exec local ip link set lo up
export HOME=/run/rabbit RABBITMQ_NODENAME=handbook@localhost RABBITMQ_MNESIA_BASE=/run/rabbit RABBITMQ_LOG_BASE=/run/rabbit
export RABBITMQ_PID_FILE=/run/rabbit/pid RABBITMQ_ENABLED_PLUGINS_FILE=/run/rabbit/plugins RABBITMQ_CONF_ENV_FILE=/run/rabbit/env
mkdir -p /run/rabbit
: >/run/rabbit/env
background local 'exec /usr/lib/rabbitmq/bin/rabbitmq-server'
server=$pid
wait_for "ip netns exec local ss -Hltn 'sport = :5672' | grep -q ." 60
ctl() { ip netns exec local /usr/lib/rabbitmq/bin/rabbitmqctl -q "$@"; }
depth() {
    printf 'local# rabbitmqctl list_queues name messages\n'
    output=$(ctl list_queues --no-table-headers name messages | sort)
    printf '%s\n' "$output"
}
on local 'amqp-declare-queue -d -q orders >declared; amqp-declare-queue -d -q dead >>declared; cat declared'
note '突发：一口气进来 100 条'
on local 'for i in $(seq 100); do amqp-publish -p -r orders -b "order $i"; done'
depth
expect '都在队列里等着' contains "$output" $'orders\t100'
note '消费者按自己的速度处理 60 条，处理完一条确认一条'
on local 'amqp-consume -q orders -c 60 ./work.sh; seq -f "order %g" 60 | cmp - handled && echo 次序一样'
expect '先进先出：60 条的次序和发送时一样' [ "$output" = 次序一样 ]
depth
expect '还积压 40 条' contains "$output" $'orders\t40'
note '取走一条，没有确认就断开'
on local 'timeout 5 amqp-consume -q orders -c 1 ./die.sh; cat taken'
expect '取到的是第 61 条' contains "$output" 'order 61'
depth
expect '没确认的回到队列' contains "$output" $'orders\t40'
note '同一条又来一次，这次确认了'
on local ': >handled; amqp-consume -q orders -c 1 ./work.sh; cat handled'
expect '同一条投递了两次' [ "$output" = 'order 61' ]
note '队列最长 50 条，超出的送进死信队列'
policy='{"max-length": 50, "dead-letter-exchange": "", "dead-letter-routing-key": "dead"}'
printf "local# rabbitmqctl set_policy short '^orders\$' '%s' --apply-to queues\n" "$policy"
ctl set_policy short '^orders$' "$policy" --apply-to queues
on local 'for i in $(seq 101 120); do amqp-publish -p -r orders -b "order $i"; done'
depth
expect '39 加 20，留 50，9 条成了死信' contains "$output" $'dead\t9'
stop "$server"
