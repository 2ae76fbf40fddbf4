# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts kafka client
kafka_tools
setup kafka 'kafka-storage.sh format --standalone -t MkU3OEVBNTcwNTJENDM2Qg -c server.properties'
start() {
    background kafka 'kafka-server-start.sh server.properties'
    wait_for "grep -q 'Kafka Server started' $log" 300
}
start
server='--bootstrap-server kafka:9092'
on client "kafka-topics.sh $server --create --topic orders; seq 3 | kafka-console-producer.sh $server --topic orders"
note '一台 broker，别的都用默认值；不用组就读得到'
on client "kafka-console-consumer.sh $server --topic orders --partition 0 --offset earliest --max-messages 3 2>/dev/null"
expect '三条都在' [ "$output" = $'1\n2\n3' ]
note '用组读：20 秒'
on client 'python3 consume.py'
expect '一条也收不到，也不报错' [ "$output" = '收到 0 条' ]
note '命令行工具等 30 秒'
on client "kafka-consumer-groups.sh $server --describe --group billing 2>&1 | grep -m 1 -o 'describeConsumerGroups(api=[A-Z_]*)'"
expect '卡在找协调者' contains "$output" FIND_COORDINATOR
note 'broker 的日志说了原因'
on kafka "grep -m 1 -o 'Auto topic creation failed for __consumer_offsets.*registered' $log"
expect '位点的主题建不出来：要三个副本，只有一台' contains "$output" "INVALID_REPLICATION_FACTOR"
note '修：只有一台，就把它的副本数改成 1，重启'
on kafka 'echo offsets.topic.replication.factor=1 >>server.properties'
stop "$pid"
start
on client 'python3 consume.py'
expect '收到了' [ "$output" = '收到 3 条' ]
on client "kafka-topics.sh $server --describe --topic __consumer_offsets | grep -o 'ReplicationFactor: 1'"
stop "$pid"
