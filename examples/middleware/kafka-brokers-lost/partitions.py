"""打印主题 orders 每个分区的领导者和 ISR。"""

from confluent_kafka.admin import AdminClient

admin = AdminClient({"bootstrap.servers": "kafka1:9092,kafka2:9092,kafka3:9092", "log_level": 0})
found = admin.list_topics("orders", timeout=10).topics["orders"].partitions
print(*(f"{number}:{partition.leader}:{sorted(partition.isrs)}" for number, partition in sorted(found.items())))
