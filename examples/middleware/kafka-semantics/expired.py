"""位点指着已经清掉的消息：auto.offset.reset=error 才会报出来，另外两个值悄悄跳走。"""

from confluent_kafka import Consumer, TopicPartition

for reset in ("error", "earliest"):
    consumer = Consumer(
        {
            "bootstrap.servers": "broker:9092",
            "log_level": 0,
            "group.id": f"late-{reset}",
            "auto.offset.reset": reset,
        }
    )
    consumer.assign([TopicPartition("short", 0, 0)])
    if (message := consumer.poll(60)) is None:
        raise SystemExit("一分钟没有消息")
    if message.error():
        print(f"auto.offset.reset={reset}：", message.error().name(), "·", message.error().str())
    else:
        print(f"auto.offset.reset={reset}：从偏移量 {message.offset()} 接着读，前面的悄悄没了")
    consumer.close()
