# shellcheck source=examples/middleware/kafka-semantics/kafka.sh
. ./kafka.sh
kafka_hosts kafka client
kafka_tools
sed 's/TopicCommand/BrokerApiVersionsCommand/' /run/kafka/bin/kafka-topics.sh >/run/kafka/bin/kafka-broker-api-versions.sh
chmod +x /run/kafka/bin/kafka-broker-api-versions.sh
tune server.properties
setup kafka 'kafka-storage.sh format --standalone -t MkU3OEVBNTcwNTJENDM2Qg -c server.properties'
background kafka 'kafka-server-start.sh server.properties'
server_log=$log
wait_for "grep -q 'Kafka Server started' $server_log" 300
logged() { # 等日志里有这一句，再显示
    wait_for "grep -q '$1' $server_log" 60
    on kafka "grep -o '$1' $server_log | sort -u"
}
note '== 浏览器、健康检查、监控打到了 9092：HTTP'
on client "python3 -c 'import urllib.request as web; web.urlopen(\"http://kafka:9092/\")' 2>&1 | tail -n 1"
expect '客户端只看到断开' contains "$output" 'closed connection without response'
logged 'Invalid receive (size = 1195725856 larger than [0-9]*)'
on client 'printf %08x 1195725856 | python3 -c "import sys; print(bytes.fromhex(sys.stdin.read()))"'
expect '头四个字节是 GET' contains "$output" GET
note '== 客户端用了 TLS，端口是明文的'
on client "python3 -c 'import socket, ssl; ssl.create_default_context().wrap_socket(socket.create_connection((\"kafka\", 9092)), server_hostname=\"kafka\")' 2>&1 | grep -o EOF.*protocol"
expect '客户端看到的是 EOF' contains "$output" EOF
logged 'Invalid receive (size = 3692[0-9]* larger than [0-9]*)'
note '头两个字节是 16 03：TLS 的握手'
on client 'printf %08x "$(grep -o "size = 3692[0-9]*" '"$server_log"' | head -n 1 | cut -c8-)" | cut -c1-4'
expect 'TLS 的握手' [ "$output" = 1603 ]
note '== 太老的客户端：Produce 的第 0 版'
on client 'python3 old.py kafka 9092'
expect '也是断开' contains "$output" '收到 0 字节'
logged 'Received request for api with key 0 (Produce) and unsupported version 0'
note 'broker 说自己认哪些版本：Fetch 从 4 起；Produce 说是 0 起，其实 0 照样拒绝'
on client "kafka-broker-api-versions.sh --bootstrap-server kafka:9092 2>/dev/null | grep -oE '\b(Produce|Fetch)\([01]\): [0-9]+ to [0-9]+'"
expect 'Fetch 的 0 到 3 没有了' contains "$output" 'Fetch(1): 4 to'
stop "$pid"
