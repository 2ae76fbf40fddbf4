"""从头读一个主题，读几条、提交就走：read.py 主题 组 条数"""

import sys

from confluent_kafka import Consumer

topic, group, wanted = sys.argv[1], sys.argv[2], int(sys.argv[3])
consumer = Consumer(
    {
        "bootstrap.servers": "broker:9092",
        "log_level": 0,
        "group.id": group,
        "auto.offset.reset": "earliest",
        "enable.auto.commit": False,
    }
)
consumer.subscribe([topic])
numbers = []
while len(numbers) < wanted:
    if (message := consumer.poll(1)) is not None and not message.error():
        numbers.append(message.offset())
        consumer.commit(message, asynchronous=False)
print("读了偏移量", numbers[0], "到", numbers[-1])
consumer.close()
