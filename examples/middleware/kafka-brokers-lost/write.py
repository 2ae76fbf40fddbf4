"""往一个分区写几条，说成功了几条、错的是什么：write.py 分区 条数 [设置=值 …]"""

import sys
from collections import Counter

from confluent_kafka import Producer

partition, count = int(sys.argv[1]), int(sys.argv[2])
told: Counter[str] = Counter()
producer = Producer(
    {
        "bootstrap.servers": "kafka1:9092,kafka2:9092,kafka3:9092",
        "log_level": 0,
        "message.timeout.ms": 60_000,
        **dict(setting.split("=") for setting in sys.argv[3:]),
    }
)
for number in range(count):
    producer.produce(
        "orders",
        value=str(number),
        partition=partition,
        on_delivery=lambda error, _: told.update([error.name() if error else "写成功"]),
    )
producer.flush(90)
print(", ".join(f"{text} {times} 条" for text, times in told.items()))
