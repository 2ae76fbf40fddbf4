# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts controller kafka1 kafka2 kafka3 client
kafka_tools
tune controller.properties broker.properties
for number in 1 2 3; do sed "s/NUMBER/$number/" broker.properties >"kafka$number.properties"; done
id=MkU3OEVBNTcwNTJENDM2Qg
setup controller "kafka-storage.sh format --standalone -t $id -c controller.properties &
    for number in 1 2 3; do kafka-storage.sh format --no-initial-controllers -t $id -c kafka\$number.properties & done; wait"
declare -A process logs
start() { # 主机…：一起启动，等每一台说启动好了
    local host
    for host in "$@"; do
        background "$host" "kafka-server-start.sh $host.properties"
        process[$host]=$pid logs[$host]=$log
    done
    for host in "$@"; do wait_for "grep -q 'Kafka Server started' ${logs[$host]}" 300; done
}
crash() {
    note "$1 被 kill -9"
    kill -9 "${process[$1]}"
    wait "${process[$1]}" 2>/dev/null
}
partitions() { # 等到每个分区的领导者和 ISR 是这样
    wait_for "[ \"\$(ip netns exec client python3 partitions.py)\" = '$1' ]" 180
}
start controller kafka1 kafka2 kafka3
server='--bootstrap-server kafka1:9092'
note '两个分区，各三个副本'
on client "kafka-topics.sh $server --create --topic orders --replica-assignment 1:2:3,1:2:3"
partitions '0:1:[1, 2, 3] 1:1:[1, 2, 3]'
on client "kafka-topics.sh $server --describe --topic orders"
expect '控制器文件里的 2 是新主题的默认值' contains "$output" 'min.insync.replicas=2'
on client 'python3 write.py 0 10; python3 write.py 1 10'
note '== 没了一台：副本少一个，照样写'
crash kafka3
partitions '0:1:[1, 2] 1:1:[1, 2]'
apply client look.sh
expect '两个分区都少副本，都还写得进去' [ "$(wc -l <<<"$output")" -eq 2 ]
on client 'python3 write.py 0 100; python3 write.py 1 100'
expect '写得进去' [ "$output" = $'写成功 100 条\n写成功 100 条' ]
note '== 没了两台：写不进去'
crash kafka2
partitions '0:1:[1] 1:1:[1]'
apply client look.sh
expect '两条命令都列出这两个分区' [ "$(grep -c 'Isr: 1' <<<"$output")" -eq 4 ]
on client "echo one | kafka-console-producer.sh $server --topic orders 2>&1 | grep -oE 'retrying .*Error: [A-Z_]+|org.apache.kafka.common.*'"
expect 'Java 的生产者说得出原因' contains "$output" 'NotEnoughReplicasException: Messages are rejected since there are fewer in-sync replicas than required.'
note 'broker 的日志说的是几个、要几个'
on kafka1 "grep -o 'The size of the current ISR.*' ${logs[kafka1]} | sed 's/orders-[01]/orders-…/' | sort -u"
expect '括号里是 broker 的编号，不是个数' contains "$output" 'Set(1)'
on client 'python3 write.py 0 1 retries=0; python3 write.py 0 1 message.timeout.ms=10000'
expect 'librdkafka 关了重试才说得出原因' [ "$output" = $'NOT_ENOUGH_REPLICAS 1 条\n_MSG_TIMED_OUT 1 条' ]
note '流传的两个办法：改 acks=1；改这一台的 min.insync.replicas'
on client 'python3 end.py 0; python3 write.py 0 1 acks=1; python3 end.py 0'
expect 'acks=1 说成功，消费者却读不到它' [ "$output" = $'读得到的末尾：110\n写成功 1 条\n读得到的末尾：110' ]
on client "kafka-configs.sh $server --alter --entity-type brokers --entity-name 1 --add-config min.insync.replicas=1 2>&1 | grep -o 'Broker-level.*' | sort -u"
expect '按一台改不了' contains "$output" 'cannot be altered while ELR is enabled'
note '修：启动停掉的 broker，等它追上'
start kafka2
partitions '0:1:[1, 2] 1:1:[1, 2]'
on client 'python3 write.py 0 1; python3 end.py 0'
expect '写得进去了，先前那一条也读得到了' [ "$output" = $'写成功 1 条\n读得到的末尾：112' ]
note '== 跟得上的两台都没了，回来的是落后的 kafka3'
crash kafka2
partitions '0:1:[1] 1:1:[1]'
crash kafka1
start kafka3
partitions '0:-1:[] 1:-1:[]'
server='--bootstrap-server kafka3:9092'
on client "kafka-topics.sh $server --describe --topic orders"
expect '活着的落后副本不会当选' [ "$(grep -c 'Leader: none' <<<"$output")" -eq 2 ]
timeouts='--command-property request.timeout.ms=4000 --command-property delivery.timeout.ms=8000'
on client "echo one | kafka-console-producer.sh $server --topic orders $timeouts 2>&1 | grep -oE 'org.apache.kafka.common.*'"
expect '生产者只说过期' contains "$output" 'TimeoutException: Expiring 1 record(s) for orders-'
note '分区 1 强制选举，分区 0 等'
apply client elect.sh
partitions '0:-1:[] 1:3:[3]'
note 'kafka1 回来，kafka2 还没有'
start kafka1
partitions '0:-1:[] 1:3:[1, 3]'
on client "kafka-topics.sh $server --describe --topic orders"
expect '被 kill -9 的 kafka1 不再算齐，分区 0 还是没有领导者' contains "$output" $'Leader: none\tReplicas: 1,2,3\tIsr: \tElr: 2'
note 'kafka2 也回来'
start kafka2
wait_for "[[ \"\$(ip netns exec client python3 partitions.py)\" == '0:'[12]':[1, 2, 3] 1:3:[1, 2, 3]' ]]" 180
on client "kafka-get-offsets.sh $server --topic orders"
expect '等的分区一条不少' contains "$output" 'orders:0:112'
expect '强制选举的分区丢了 100 条确认过的' contains "$output" 'orders:1:10'
on kafka1 "grep -o 'Truncating orders-.*mark [0-9]*' ${logs[kafka1]}"
expect '旧的领导者把它们截掉' contains "$output" 'Truncating orders-1 to offset 10 below high watermark 110'
