"""一个什么也不说的后端，监听 9001：连接来了就留着。"""

import socket

with socket.create_server(("127.0.0.1", 9001)) as listener:
    held = [listener.accept() for _ in range(9)]
