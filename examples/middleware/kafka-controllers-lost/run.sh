# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts controller1 controller2 controller3 kafka client
kafka_tools
tune controller.properties broker.properties
for number in 1 2 3; do sed "s/NUMBER/$number/" controller.properties >"controller$number.properties"; done
id=MkU3OEVBNTcwNTJENDM2Qg
# 三个控制器互相认识：编号@地址:目录的 ID
voters=1@controller1:9093:3Db5QLSqSZieL3rJBUUegA,2@controller2:9093:L3WZh4tMQ4uJHq0ss2FSxw,3@controller3:9093:Vn1xqYp0T1y9uEwzB0bG5Q
setup client "for number in 1 2 3; do kafka-storage.sh format --initial-controllers $voters -t $id -c controller\$number.properties & done
    kafka-storage.sh format --no-initial-controllers -t $id -c broker.properties; wait"
declare -A process
start() { # 编号：哪一个是领导者每次不同，不显示
    background "controller$1" "kafka-server-start.sh controller$1.properties" >/dev/null
    process[$1]=$pid
}
crash() {
    kill -9 "${process[$1]}"
    wait "${process[$1]}" 2>/dev/null
}
leader() { ip netns exec client timeout 60 kafka-metadata-quorum.sh --bootstrap-server kafka:9092 describe --status 2>/dev/null | sed -n 's/^LeaderId: *//p'; }
export -f leader
for number in 1 2 3; do start "$number"; done
background kafka 'kafka-server-start.sh broker.properties'
wait_for "grep -q 'Kafka Server started' $log" 300
server='--bootstrap-server kafka:9092'
note '三个都在'
apply client look.sh
first=$(sed -n 's/^LeaderId: *//p' <<<"$output")
on client "kafka-topics.sh $server --create --topic orders"
note '== 领导者被 kill -9'
crash "$first"
wait_for "new=\$(leader); [ \"\$new\" -gt 0 ] && [ \"\$new\" -ne $first ]" 400
apply client look.sh
second=$(sed -n 's/^LeaderId: *//p' <<<"$output")
expect '另外两个里选出了新的' [ "$second" -ne "$first" ]
note '死了的仍列在里面，看它最近有没有来取'
on client "kafka-metadata-quorum.sh $server describe --replication | awk 'NR > 1 { print \$NF, \$5 == -1 ? \"LastFetchTimestamp -1\" : \"在取\" }' | sort"
expect '有一个没来取过' contains "$output" 'Follower LastFetchTimestamp -1'
on client "kafka-topics.sh $server --create --topic bills"
expect '建得了主题' contains "$output" 'Created topic bills.'
note '== 又没了一个，三个只剩一个'
crash "$second"
printf 'default.api.timeout.ms=15000\nrequest.timeout.ms=5000\n' >short.properties
on client "timeout 100 kafka-metadata-quorum.sh $server --command-config short.properties describe --status 2>&1 | grep -oE '[a-z.]+TimeoutException' | sort -u"
expect '问不到' contains "$output" TimeoutException
on client "timeout 100 kafka-topics.sh $server --command-config short.properties --create --topic goods 2>&1 | grep -oE '[a-z.]+TimeoutException' | sort -u"
expect '建不了主题' contains "$output" TimeoutException
note '读写已有的分区：不幂等的生产者行，幂等的（Java 的默认）要向控制器领编号，不行'
producer="kafka-console-producer.sh $server --topic orders"
on client "echo one | $producer --command-property request.timeout.ms=60000 --command-property enable.idempotence=false 2>/dev/null && kafka-get-offsets.sh $server --topic orders"
expect '写进去了' [ "$output" = 'orders:0:1' ]
on client "echo two | timeout --foreground -s KILL 40 $producer --command-property request.timeout.ms=4000 --command-property delivery.timeout.ms=8000"
expect '幂等的一直等，delivery.timeout.ms 到了也不报错' [ "$status" -eq 137 ]
note '== 启动一个，又过半'
start "$second"
wait_for '[ "$(leader)" -gt 0 ]' 300
on client "kafka-topics.sh $server --create --topic goods"
expect '建得了主题' contains "$output" 'Created topic goods.'
on client "echo two | timeout --foreground -s KILL 100 $producer --command-property request.timeout.ms=60000 2>/dev/null && kafka-get-offsets.sh $server --topic orders"
expect '幂等的也写进去了' [ "$output" = 'orders:0:2' ]
