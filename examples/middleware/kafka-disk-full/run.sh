# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts kafka client
kafka_tools
tune server.properties
mkdir -p /run/kafka/data
mount -t tmpfs -o size=40m tmpfs /run/kafka/data
setup kafka 'kafka-storage.sh format --standalone -t MkU3OEVBNTcwNTJENDM2Qg -c server.properties'
start() { # 启动，等到起来或者退出
    background kafka 'kafka-server-start.sh server.properties'
    wait_for "grep -q 'Kafka Server started' $log || [ ! -d /proc/$pid ]" 300
}
start
on client 'kafka-topics.sh --bootstrap-server kafka:9092 --create --topic orders'
note '数据目录只有 40 MB，写到写不进去'
on client 'python3 fill.py'
wait_for "[ ! -d /proc/$pid ]" 120
wait "$pid"
expect 'broker 退出了，退出码不是 0' [ "$?" -ne 0 ]
on kafka "grep -m 1 -oE 'Error while .* in dir [a-z/]*' $log; grep -m 1 -o 'No space left on device' $log; grep -o 'Shutdown broker because all log dirs.*failed' $log"
expect '最后一句' contains "$output" 'Shutdown broker because all log dirs in /run/kafka/data have failed'
expect '往上第一条才是原因' contains "$output" 'No space left on device'
on kafka 'df --output=avail,target -B1K /run/kafka/data'
note '流传的办法：降保留的字节数再启动；停着的不会清，启动又要写盘'
on kafka "echo log.retention.bytes=8388608 >>server.properties"
start
expect '起不来' [ ! -d "/proc/$pid" ]
on kafka "grep -o 'Encountered fatal fault: .*exception' $log"
note '修：扩盘，再启动'
on kafka 'mount -o remount,size=120m /run/kafka/data'
start
expect '起来了' contains "$(cat "$log")" 'Kafka Server started'
on client "echo one | kafka-console-producer.sh --bootstrap-server kafka:9092 --topic orders && kafka-get-offsets.sh --bootstrap-server kafka:9092 --topic orders --time latest | cut -d: -f1,2"
expect '写得进去' [ "$output" = orders:0 ]
note '保留的字节数这时才管用：老的段先改名，一分钟后删'
wait_for "ls /run/kafka/data/orders-0 | grep -q '^0*\\.log\\.deleted\$'" 60
on kafka "ls /run/kafka/data/orders-0 | grep '^0*\\.log'"
expect '第一段要删了' contains "$output" .deleted
stop "$pid"
