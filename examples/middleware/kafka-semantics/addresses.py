"""打印每台 broker 报给客户端的地址：addresses.py 引导地址 [协议]"""

import sys

from confluent_kafka import KafkaException
from confluent_kafka.admin import AdminClient

server, protocol = [*sys.argv[1:], "plaintext"][:2]
reasons = []
admin = AdminClient(
    {
        "bootstrap.servers": server,
        "security.protocol": protocol,
        "log_level": 0,
        "error_cb": lambda error: reasons.append(error.str()),
    }
)
try:
    for broker in admin.list_topics(timeout=5).brokers.values():
        print(broker.id, f"{broker.host}:{broker.port}")
except KafkaException as error:
    admin.poll(0)
    print(error.args[0].name(), *sorted(set(reasons)), sep="\n")
