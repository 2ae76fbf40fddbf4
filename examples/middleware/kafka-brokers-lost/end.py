"""打印一个分区里消费者读得到的末尾（high watermark）：end.py 分区"""

import sys

from confluent_kafka import Consumer, TopicPartition

consumer = Consumer({"bootstrap.servers": "kafka1:9092,kafka2:9092", "group.id": "end", "log_level": 0})
print(f"读得到的末尾：{consumer.get_watermark_offsets(TopicPartition('orders', int(sys.argv[1])), timeout=30)[1]}")
consumer.close()
