# 写不进去的分区
kafka-topics.sh --bootstrap-server kafka1:9092 --describe --under-min-isr-partitions
# 少了副本的分区
kafka-topics.sh --bootstrap-server kafka1:9092 --describe --under-replicated-partitions
