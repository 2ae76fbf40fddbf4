"""向同一个地址和端口建 6 条连接，一直拿着。"""

import socket
import time

held = []
for number in range(1, 7):
    try:
        held.append(socket.create_connection(("10.9.0.1", 8000)))
    except OSError as error:
        print(f"第 {number} 条：{error}", flush=True)
print(f"建成 {len(held)} 条", flush=True)
time.sleep(60)
