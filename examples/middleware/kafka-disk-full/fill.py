"""往 orders 一直写，直到写不进去或写了 60 MB；说成功了几兆、错的是什么。"""

import os
from collections import Counter

from confluent_kafka import Producer

told: Counter[str] = Counter()
producer = Producer({"bootstrap.servers": "kafka:9092", "log_level": 0, "message.timeout.ms": 15_000})
value = os.urandom(100_000)
for _ in range(600):
    producer.produce(
        "orders", value=value, on_delivery=lambda error, _: told.update([error.name() if error else "写成功"])
    )
    producer.flush(20)
    if told["写成功"] < sum(told.values()):
        break
print("错的是", *(name for name in told if name != "写成功"))
