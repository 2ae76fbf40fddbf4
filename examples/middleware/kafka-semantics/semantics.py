"""分区、次序、消费组、单条上限；服务器是 broker:9092，主题 orders 先建好 4 个分区。"""

import os
from collections import defaultdict

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer

common = {"bootstrap.servers": "broker:9092", "log_level": 0}
producer = Producer(common)
for number in range(30):
    producer.produce("orders", key=f"user-{number % 5}", value=str(number))
producer.flush(10)
count = len(producer.list_topics("orders", timeout=10).topics["orders"].partitions)


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


def partitions_of(partitioner: str) -> dict[str, int]:
    """Return the partition that each of 20 keys gets from one way of hashing."""
    found: dict[str, int] = {}
    hashing = Producer({**common, "partitioner": partitioner})
    for number in range(20):
        hashing.produce(
            "keys",
            key=f"key-{number}",
            on_delivery=lambda _, message: found.update({message.key().decode(): message.partition()}),
        )
    hashing.flush(20)
    return found


def already_there(topic: str) -> dict[str, int]:
    """Return the partition of each key that is in a topic."""
    consumer = Consumer({**common, "group.id": "keys", "auto.offset.reset": "earliest"})
    consumer.subscribe([topic])
    found: dict[str, int] = {}
    while len(found) < 20:
        if (message := consumer.poll(1)) is not None and not message.error():
            found[message.key().decode()] = message.partition()
    consumer.close()
    return found


print("主题有", count, "个分区")
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
java = already_there("keys")
for partitioner in ("consistent_random", "murmur2_random"):
    ours = partitions_of(partitioner)
    same = sum(java[key] == ours[key] for key in java)
    print(f"20 个键，librdkafka 用 {partitioner}，与 Java 客户端进同一个分区的：", same)


def told(error: KafkaError | None) -> str:
    """Return what came of a message: written, or why not."""
    return error.name() if error else "写成功"


def send_large(value: bytes, **settings: object) -> None:
    """Send one message and print what came of it."""
    large = Producer({**common, "message.timeout.ms": 10_000, **settings})
    try:
        large.produce("orders", value=value, on_delivery=lambda error, _: print("服务器：", told(error)))
    except KafkaException as error:
        print("还没发出去，客户端就拒绝：", error.args[0].name())
    large.flush(20)


send_large(os.urandom(1_100_000))
send_large(os.urandom(1_100_000), **{"message.max.bytes": 2_000_000})
send_large(b"x" * 1_100_000, **{"message.max.bytes": 2_000_000, "compression.type": "gzip"})
