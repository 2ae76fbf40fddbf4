"""两次 poll 之间隔得太久：处理要 12 秒，max.poll.interval.ms 只有 6 秒。"""

import time

from confluent_kafka import Consumer, KafkaException

consumer = Consumer(
    {
        "bootstrap.servers": "broker:9092",
        "log_level": 0,
        "group.id": "slow",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
        "session.timeout.ms": 6_000,
        "max.poll.interval.ms": 6_000,
    }
)


def lost(_: Consumer, partitions: list[object]) -> None:
    print("分区被收走：", len(partitions), "个")


consumer.subscribe(["bills"], on_lost=lost)
while (message := consumer.poll(1)) is None or message.error():
    pass
print("取到一条，处理 12 秒")
time.sleep(12)
try:
    consumer.commit(message, asynchronous=False)
    print("提交成功")
except KafkaException as error:
    print("提交：", error.args[0].name(), "·", error.args[0].str())
while (event := consumer.poll(5)) is not None:
    if event.error():
        print("poll：", event.error().name(), "·", event.error().str().partition(":")[0])
        break
while (again := consumer.poll(1)) is None or again.error():
    pass
print("再来一次的是同一条：", (again.partition(), again.offset()) == (message.partition(), message.offset()))
consumer.close()
