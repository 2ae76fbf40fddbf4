# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts broker plain client
kafka_tools
tune server.properties plain.properties
echo 'offsets.topic.replication.factor=3' >>plain.properties
for host in broker plain; do
    config=plain.properties
    [ "$host" = plain ] || config=server.properties
    setup "$host" "kafka-storage.sh format --standalone -t MkU3OEVBNTcwNTJENDM2Qg -c $config"
    # 一个数据目录变成了文件，像盘坏了
    setup "$host" 'if [ -d /run/kafka/two ]; then rm -rf /run/kafka/two; touch /run/kafka/two; fi'
    background "$host" "kafka-server-start.sh $config"
    wait_for "grep -q 'Kafka Server started' $log" 300
done
note '== 程序自己的清单：号码=名字，Java 里的异常'
on client 'java -cp "/opt/kafka/libs/*" Ask.java 2>/dev/null'
note '== 一行一个请求，回答里的码和它的意思'
on client 'java -cp "/opt/kafka/libs/*" Ask.java requests.txt 2>/dev/null'
expect '每个请求都得到要的码' [ "$status" -eq 0 ]
