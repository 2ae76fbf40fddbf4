"""在客户端库自带的模拟集群里看 Kafka 的语义：它说 Kafka 协议，但不是 Apache Kafka 的服务器，也不代表性能。"""

from collections import defaultdict

from confluent_kafka import Consumer, KafkaException, Producer

producer = Producer({"test.mock.num.brokers": 3, "bootstrap.servers": "unused", "message.max.bytes": 1_000_000})
# 模拟集群在生产者的进程里；消费者从它取得地址。
brokers = ",".join(f"{broker.host}:{broker.port}" for broker in producer.list_topics(timeout=10).brokers.values())
# 默认 45 秒：重新分配时走散的成员，模拟集群要等那么久才放弃，其余成员陪着等。
common = {"bootstrap.servers": brokers, "session.timeout.ms": 6_000}
for number in range(30):
    producer.produce("orders", key=f"user-{number % 5}", value=str(number))
producer.flush(10)


def read(group: str, wanted: int) -> list[tuple[int, int, str, int]]:
    """Return partition, offset, key and value of `wanted` messages as one group reads them."""
    consumer = Consumer({**common, "group.id": group, "auto.offset.reset": "earliest"})
    consumer.subscribe(["orders"])
    found = []
    while len(found) < wanted:
        message = consumer.poll(10)
        if message is None or message.error():
            break
        found.append((message.partition(), message.offset(), message.key().decode(), int(message.value())))
    consumer.close()
    return found


first, second = read("warehouse", 30), read("billing", 30)
partitions, by_key, by_partition = defaultdict(set), defaultdict(list), defaultdict(list)
for partition, offset, key, value in first:
    partitions[key].add(partition)
    by_key[key].append(value)
    by_partition[partition].append(offset)
print("两个消费组各收到", len(first), len(second), "条")
print("同一个键都在同一个分区：", all(len(found) == 1 for found in partitions.values()))
print("分区里偏移量递增：", all(found == sorted(found) for found in by_partition.values()))
print("同一个键的次序没乱：", all(found == sorted(found) for found in by_key.values()))
print("全部合起来按发送的次序：", [value for *_, value in first] == sorted(value for *_, value in first))

members = [Consumer({**common, "group.id": "five"}) for _ in range(5)]
for member in members:
    member.subscribe(["orders"])
while sum(len(member.assignment()) for member in members) < 4 or any(len(m.assignment()) > 1 for m in members):
    for member in members:
        member.poll(0.1)
print("四个分区，五个消费者，各分到：", sorted(len(member.assignment()) for member in members))
for member in members:
    member.close()
try:
    producer.produce("orders", value=b"x" * 1_100_000)
except KafkaException as error:
    print("1.1 MB 的一条：", error.args[0].name())
