"""消费组 billing 读 orders，20 秒：收到几条，librdkafka 说了什么。"""

import time

from confluent_kafka import Consumer

said: set[str] = set()
consumer = Consumer(
    {
        "bootstrap.servers": "kafka:9092",
        "group.id": "billing",
        "auto.offset.reset": "earliest",
        "log_level": 0,
        "error_cb": lambda error: said.add(f"{error.name()} · {error.str()}"),
    }
)
consumer.subscribe(["orders"])
got, deadline = 0, time.monotonic() + 20
while got < 3 and time.monotonic() < deadline:
    if (message := consumer.poll(1)) is not None:
        if message.error():
            said.add(f"{message.error().name()} · {message.error().str()}")
        else:
            got += 1
print("收到", got, "条", *sorted(said))
consumer.close()
