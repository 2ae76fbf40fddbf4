# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts broker client
kafka_tools
tune server.properties
broker() { # 启动，等它说启动好了
    background broker 'kafka-server-start.sh server.properties'
    wait_for "grep -q 'Kafka Server started' $log" 300
}
on broker 'kafka-storage.sh format --standalone -t MkU3OEVBNTcwNTJENDM2Qg -c server.properties | tail -n 1'
broker
printf 'default.api.timeout.ms=4000\nrequest.timeout.ms=3000\n' >short.properties
note '== 引导地址通，报回来的地址不通'
on client "kafka-topics.sh --bootstrap-server broker:9092 --command-config short.properties --list 2>&1 | grep -o 'Connection to node .*' | sort -u | head -n 2"
expect '连的不是写的那个地址' contains "$output" 'Connection to node 1 (localhost/127.0.0.1:9092) could not be established'
on client "kafka-topics.sh --bootstrap-server broker:9094 --command-config short.properties --list 2>&1 | grep -oE 'Error connecting to node .*|java.net.UnknownHostException: .*' | sort -u | head -n 2"
expect '名字解析不到' contains "$output" 'java.net.UnknownHostException: 3f9c1b7a5d20'
note '先看它报的是什么：只用引导连接就取得到'
on client 'python3 addresses.py broker:9092; python3 addresses.py broker:9094'
expect '报的是 localhost' contains "$output" 'localhost:9092'
note '改配置文件，重启'
on broker "sed -i 's#^advertised.listeners=.*#advertised.listeners=PLAINTEXT://broker:9092,OUTSIDE://broker:9094#' server.properties"
stop "$pid"
broker
on client 'python3 addresses.py broker:9092; python3 addresses.py broker:9094'
on client 'kafka-topics.sh --bootstrap-server broker:9094 --create --topic orders --partitions 4'
expect '连得上了' contains "$output" 'Created topic orders'
note '端口是明文的，客户端用了 TLS'
on client 'python3 addresses.py broker:9092 ssl | grep -o "SSL handshake failed.*listener?" | sort -u'
expect '握手失败' contains "$output" 'connecting to a PLAINTEXT broker listener'
server='--bootstrap-server broker:9092'
note '== 分区、消费组、次序、单条上限'
on client "kafka-topics.sh $server --create --topic keys --partitions 4"
on client "for n in {0..19}; do echo key-\$n:x; done | kafka-console-producer.sh $server --topic keys --reader-property parse.key=true --reader-property key.separator=:"
on client 'python3 semantics.py'
expect '四个分区' contains "$output" '有 4 个分区'
expect '两个组各得一份' contains "$output" '30 30'
expect '同键同分区，分区内有序' contains "$output" '同一个键的次序没乱： True'
expect '全局不保证次序' contains "$output" '按发送的次序： False'
expect '多出来的消费者闲着' contains "$output" '[0, 1, 1, 1, 1]'
expect '换成 murmur2 才和 Java 一样' contains "$output" 'murmur2_random，与 Java 客户端进同一个分区的： 20'
expect '单条的上限先在客户端' contains "$output" '客户端就拒绝： MSG_SIZE_TOO_LARGE'
expect '能压小的过得去' contains "$output" '写成功'
on client "head -c 1100000 /dev/zero | tr '\\0' x | kafka-console-producer.sh $server --topic orders 2>&1 | grep -o 'org.apache.kafka.common.*'"
expect 'Java 客户端的说法' contains "$output" 'RecordTooLargeException'
note '== 主题不存在'
on client "echo x | kafka-console-producer.sh $server --topic ordres --command-property max.block.ms=3000 2>&1 | sed 's/ correlation id [0-9]*//' | grep -oE '\{ordres=.*\}|org.apache.kafka.common.*' | sort -u"
expect 'UNKNOWN_TOPIC_OR_PARTITION' contains "$output" 'UNKNOWN_TOPIC_OR_PARTITION'
on client "kafka-topics.sh $server --describe --topic ordres 2>&1 | head -n 1"
on client "kafka-topics.sh $server --create --topic bills --partitions 1; seq 100 | kafka-console-producer.sh $server --topic bills"
note '== 两次 poll 之间隔得太久'
on client 'python3 rebalance.py'
expect '同一条再来一次' contains "$output" 'True'
note '== 积压，重设位点'
on client 'python3 read.py bills ledger 60'
groups="kafka-consumer-groups.sh $server --group ledger"
columns='awk "NF > 3 { print \$2, \$3, \$4, \$5, \$6 }"'
on client "$groups --describe 2>&1 | $columns"
expect '积压 40 条' contains "$output" '40'
on client "$groups --describe >before.txt; $groups --topic bills --reset-offsets --to-earliest --dry-run"
expect '--dry-run 只打印' contains "$output" bills
note '组里有消费者时不让改'
background client "kafka-console-consumer.sh $server --topic bills --group ledger --timeout-ms 600000"
member=$pid
wait_for "ip netns exec client kafka-consumer-groups.sh $server --group ledger --describe --state 2>/dev/null | grep -q Stable" 300
on client "$groups --topic bills --reset-offsets --to-earliest --execute 2>&1 | grep -o 'Assignments.*'"
expect '组是 Stable' contains "$output" 'the current state is Stable'
stop "$member"
wait_for "ip netns exec client kafka-consumer-groups.sh $server --group ledger --describe --state 2>/dev/null | grep -q Empty" 300
note '停掉消费者再改；改坏了，用先前抄下的位点设回去'
on client "$groups --topic bills --reset-offsets --to-offset 0 --execute"
on client 'python3 read.py bills ledger 3'
expect '从头又来一遍' contains "$output" '偏移量 0 到 2'
on client "awk '\$2 == \"bills\" { print \$2 \",\" \$3 \",\" \$4 }' before.txt | tee offsets.csv; $groups --reset-offsets --from-file offsets.csv --execute"
expect '回到抄下的位点' contains "$output" 'bills'
note '== 保留时间到了：没读的也清'
on client "kafka-topics.sh $server --create --topic short --partitions 1 --config retention.ms=2000; seq 10 | kafka-console-producer.sh $server --topic short"
wait_for "ip netns exec client kafka-get-offsets.sh $server --topic short --time earliest | grep -q ':10\$'" 300
on client "kafka-get-offsets.sh $server --topic short --time earliest"
on client "kafka-configs.sh $server --alter --entity-type topics --entity-name short --add-config retention.ms=604800000; echo 11 | kafka-console-producer.sh $server --topic short"
on client 'python3 expired.py'
expect '位点越界' contains "$output" 'Broker: Offset out of range'
note '== 共享组：一个分区，两个消费者一起读'
on client "kafka-configs.sh $server --alter --entity-type groups --entity-name pool --add-config share.auto.offset.reset=earliest"
for number in 1 2; do
    background client "kafka-console-share-consumer.sh $server --topic bills --group pool --timeout-ms 600000"
done
wait_for "[ \"\$(ip netns exec client kafka-share-groups.sh $server --group pool --describe --members 2>/dev/null | grep -c bills)\" -eq 2 ]" 300
on client "kafka-share-groups.sh $server --group pool --describe --members | awk 'NF { print \$1, \$NF }'"
expect '两个成员都有分区 0' [ "$(grep -c 'pool bills:0' <<<"$output")" -eq 2 ]
