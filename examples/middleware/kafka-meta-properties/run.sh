# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts controller kafka1 client
kafka_tools
tune controller.properties broker.properties
old=MkU3OEVBNTcwNTJENDM2Qg new=N0UyOEVBNTcwNTJENDM2Qg
server='--bootstrap-server kafka1:9092'
start() { # 主机 配置文件 日志里要等到的
    background "$1" "kafka-server-start.sh $2"
    wait_for "grep -q '$3' $log" 300
}
fails() { # 起一次，看它为什么退出
    on kafka1 "kafka-server-start.sh broker.properties 2>&1 | grep -o 'RuntimeException: .*'"
}
mkdir -p /run/kafka/data
note '== 数据目录没有格式化'
fails
expect '说的是 meta.properties' contains "$output" 'No readable meta.properties files found.'
on kafka1 'kafka-storage.sh info -c broker.properties'
expect '逐个目录说' contains "$output" '/run/kafka/data is not formatted.'
note '同一个 ID，每一台都格式化一次'
on controller "kafka-storage.sh format --standalone -t $old -c controller.properties | tail -n 1"
on kafka1 "kafka-storage.sh format --no-initial-controllers -t $old -c broker.properties | tail -n 1"
start controller controller.properties 'Kafka Server started'
controller=$pid
start kafka1 broker.properties 'Kafka Server started'
on client "kafka-topics.sh $server --create --topic orders; seq 3 | kafka-console-producer.sh $server --topic orders"
expect '起来了' contains "$output" 'Created topic orders.'
stop "$pid"
note '== node.id 改了'
on kafka1 'sed -i s/node.id=1/node.id=2/ broker.properties'
fails
expect '存的是 1' contains "$output" "Stored node id 1 doesn't match previous node id 2"
on kafka1 'sed -i s/node.id=2/node.id=1/ broker.properties; cat /run/kafka/data/meta.properties | grep -E "node.id|cluster.id"'
note '== 控制器的卷没了，重新格式化时另生成了一个 ID'
stop "$controller"
mv /run/kafka/controller /run/kafka/controller.lost
setup controller "kafka-storage.sh format --standalone -t $new -c controller.properties"
start controller controller.properties 'Kafka Server started'
controller=$pid
start kafka1 broker.properties INCONSISTENT_CLUSTER_ID
on kafka1 "grep -o 'Unexpected error [A-Z_]* in FETCH response' $log | sort -u"
expect '原话' contains "$output" 'INCONSISTENT_CLUSTER_ID'
wait_for "[ \$(grep -c INCONSISTENT_CLUSTER_ID $log) -ge 5 ]" 60
expect 'broker 不退出，一直报这一句' [ -d "/proc/$pid" ]
stop "$pid"
on client 'grep cluster.id /run/kafka/controller/meta.properties /run/kafka/data/meta.properties'
stop "$controller"
note '修：把控制器的卷恢复成原来的，ID 也就回来了；broker 的数据不动'
rm -r /run/kafka/controller
mv /run/kafka/controller.lost /run/kafka/controller
start controller controller.properties 'Kafka Server started'
controller=$pid
start kafka1 broker.properties 'Kafka Server started'
on client "kafka-get-offsets.sh $server --topic orders"
expect '三条都在' [ "$output" = 'orders:0:3' ]
stop "$pid"
stop "$controller"
